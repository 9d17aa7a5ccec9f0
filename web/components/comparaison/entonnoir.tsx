import { formatPart } from '../../../ingest/socle/francais/format.ts'
import { accord, compte, dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { dispersionDe } from '../../../metrics/engine/pairs-juges.ts'
import { nomsCategorie } from '../../categories.ts'
import { drawComparaison } from '../../charts/comparaison.ts'
import { sommet } from '../../charts/entonnoir-donnees.ts'
import { clesEntonnoir, findPairs, notesDesLimites } from '../../modeles/entonnoir.ts'
import { pointCompare } from '../../modeles/points-compares.ts'
import { sourceDe } from '../../source.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { type ComparaisonDessinee, jumeauDe, LARGEUR, periodeDe, redessinDe } from './commun.ts'
import { Onglets } from './onglets.tsx'

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
  const points = siens.map((compare) => pointCompare(p, compare))
  const top = sommet({ points, dispersion, seuil })
  const coupes = points.filter(({ valeur }) => valeur > top).length
  const note = [
    ...notesDesLimites(pairs, points.length, niveau === 'SERVICE' ? 'service' : 'guichet'),
    ...noteDesCoupes(coupes),
  ]
  const alt = fr(`Entonnoir : ${titre}.${dispersion ? ` Pairs : ${formatPart(dispersion.p0)}.` : ''}`)
  const echelle = { unite: fiche.unite, dispersion, seuil, alt }
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={`${fiche.libelle}, part selon l’effectif, ${compte(siens.length, 'guichet')} (${dansPhrase(nomsCategorie(categorie))}), ${periodeDe(p)}`}
      dessin={drawComparaison(atelier, { ...echelle, points, largeur: LARGEUR })}
      redessin={redessinDe(p, echelle)}
      cles={clesEntonnoir(dispersion, seuil)}
      note={fr(note.join(' '))}
      source={sourceDe(contexte.instantane)}
      jumeau={jumeauDe(p)}
    >
      <Onglets {...p} />
    </CadreGraphique>
  )
}
