import { formatPart } from '../../../ingest/socle/francais/format.ts'
import { accord, compte, dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { dispersionDe } from '../../../metrics/engine/pairs-juges.ts'
import { nomsCategorie } from '../../categories.ts'
import { drawEntonnoir } from '../../charts/entonnoir.ts'
import { type PointEntonnoir, sommet } from '../../charts/entonnoir-donnees.ts'
import { cibleCompare } from '../../modeles/cibles.ts'
import type { Compare } from '../../modeles/comparaison.ts'
import { clesEntonnoir, findPairs, notesDesLimites } from '../../modeles/entonnoir.ts'
import { sourceDe } from '../../source.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { type ComparaisonDessinee, jumeauDe, periodeDe } from './commun.ts'
import { Onglets } from './onglets.tsx'

const nomme = ({ ligne }: Compare, minimum: number): boolean =>
  ligne.statut_affiche === 'ALERTE' ||
  ligne.statut_affiche === 'SURVEILLANCE' ||
  (ligne.atypique === true && (ligne.denominateur ?? 0) >= minimum)

const pointDe = (p: ComparaisonDessinee, compare: Compare): PointEntonnoir => ({
  nom: compare.ligne.libelle,
  n: compare.ligne.denominateur ?? 0,
  valeur: compare.ligne.valeur ?? 0,
  statut: compare.ligne.statut_affiche,
  nomme: nomme(compare, p.fiche.minimum),
  cible: cibleCompare(p, compare),
  ...(compare.ligne.entite === p.choisi ? { soi: true } : {}),
})

const noteDesCoupes = (n: number): string[] =>
  n === 0
    ? []
    : [
        `${compte(n, 'guichet')} à petit effectif au bord haut du cadre : ${accord(n, 'sa valeur est', 'leurs valeurs sont')} dans les données.`,
      ]

/** Shares of one category among the limits that judged them. */
export const EntonnoirCompare = (p: ComparaisonDessinee) => {
  const { atelier, contexte, fiche, categorie, seuil, siens, titre } = p
  const niveau = siens[0]?.ligne.niveau ?? 'GUICHET'
  const pairs = findPairs(p.pairs, { niveau, categorie, indicateur: fiche.code })
  const dispersion = pairs === undefined ? null : dispersionDe(pairs)
  const points = siens.map((compare) => pointDe(p, compare))
  const top = sommet({ points, dispersion, seuil })
  const coupes = points.filter(({ valeur }) => valeur > top).length
  const note = [
    ...notesDesLimites(pairs, points.length, niveau === 'SERVICE' ? 'service' : 'guichet'),
    ...noteDesCoupes(coupes),
  ]
  const alt = `Entonnoir : ${titre}.${dispersion ? ` Pairs : ${formatPart(dispersion.p0)}.` : ''}`
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={`${fiche.libelle}, part selon l’effectif, ${compte(siens.length, 'guichet')} (${dansPhrase(nomsCategorie(categorie))}), ${periodeDe(p)}`}
      dessin={drawEntonnoir(atelier, {
        points,
        dispersion,
        seuil,
        axe: 'effectif',
        largeur: 813,
        alt: fr(alt),
        enRetrait: points.some(({ soi }) => soi),
      })}
      cles={clesEntonnoir(dispersion, seuil)}
      note={fr(note.join(' '))}
      source={sourceDe(contexte.instantane)}
      jumeau={jumeauDe(p)}
    >
      <Onglets {...p} />
    </CadreGraphique>
  )
}
