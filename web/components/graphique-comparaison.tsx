import {
  formatIntervalle,
  formatJour,
  formatMois,
  formatNombre,
  formatRepere,
  formatValeur,
} from '../../ingest/socle/francais/format.ts'
import { compte, dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { overdispersion } from '../../metrics/stats/overdispersion.ts'
import { nomsCategorie } from '../categories.ts'
import type { Atelier } from '../charts/dessin.ts'
import { drawEntonnoir, sommet } from '../charts/entonnoir.ts'
import { drawIntervalles } from '../charts/intervalles.ts'
import type { Contexte } from '../contexte.ts'
import { MOTS_ETATS } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { lienIci } from '../liens.ts'
import { type Compare, categoriesDessinables, dessinables } from '../modeles/comparaison.ts'
import { partsDe } from '../modeles/pairs.ts'
import { titreComparaison } from '../modeles/titres-indicateur.ts'
import { sortCompares } from '../modeles/tri-comparaison.ts'
import { CadreGraphique, type Jumeau } from './cadre-graphique.tsx'

export interface ComparaisonProps {
  readonly atelier: Atelier
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly compares: readonly Compare[]
  readonly categorie: string
  /** The rows are those of the twelve months that end with the month shown. */
  readonly surDouzeMois: boolean
  readonly seuil: number | null
}

/** Lines of an interval plot: the longest; the table has them all. */
const LIGNES = 25

const Onglets = ({ contexte, compares, categorie, surDouzeMois }: ComparaisonProps) => {
  const codes = categoriesDessinables(compares)
  return (
    <>
      <nav class="seg" aria-label="Période comparée">
        <a href={lienIci(contexte, { sur: '1' })} aria-current={surDouzeMois ? undefined : 'true'}>
          Le mois
        </a>
        <a href={lienIci(contexte, { sur: '12' })} aria-current={surDouzeMois ? 'true' : undefined}>
          Douze mois
        </a>
      </nav>
      {codes.length < 2 ? null : (
        <nav class="tabs" aria-label="Catégorie comparée">
          {codes.map((code) => (
            <a href={lienIci(contexte, { categorie: code })} aria-current={code === categorie ? 'true' : undefined}>
              {`${nomsCategorie(code)} (${dessinables(compares).filter((c) => c.categorie === code).length})`}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

/** The period drawn, in words: « octobre 2026 », « douze mois jusqu’à octobre 2026 ». */
const periode = ({ contexte, surDouzeMois }: ComparaisonProps): string =>
  contexte.mois === null ? '' : `${surDouzeMois ? 'douze mois jusqu’à ' : ''}${formatMois(contexte.mois)}`

const jumeauDe = ({ fiche }: ComparaisonProps, siens: readonly Compare[]): Jumeau => ({
  legende: `${fiche.libelle} par guichet`,
  entetes: ['Guichet', 'Effectif', 'Valeur', 'Intervalle à 95\u00a0%', 'État'],
  lignes: siens.map(({ ligne }) => [
    ligne.libelle,
    formatNombre(ligne.denominateur),
    formatValeur(fiche.unite, ligne.valeur),
    formatIntervalle(fiche.unite, ligne.ic_bas, ligne.ic_haut),
    ligne.statut_affiche ? MOTS_ETATS[ligne.statut_affiche] : 'non jugé',
  ]),
})

const nomme = ({ ligne }: Compare, minimum: number): boolean =>
  ligne.statut_affiche === 'ALERTE' ||
  ligne.statut_affiche === 'SURVEILLANCE' ||
  (ligne.atypique === true && (ligne.denominateur ?? 0) >= minimum)

const Entonnoir = (p: ComparaisonProps & { readonly siens: readonly Compare[]; readonly titre: string }) => {
  const { atelier, contexte, fiche, categorie, seuil, siens, titre } = p
  const dispersion = overdispersion(partsDe(siens.map(({ ligne }) => ligne)))
  if (!dispersion) return null
  const points = siens.map((c) => ({
    ...{ nom: c.ligne.libelle, n: c.ligne.denominateur ?? 0, valeur: c.ligne.valeur ?? 0 },
    ...{ statut: c.ligne.statut_affiche, nomme: nomme(c, fiche.minimum) },
  }))
  const top = sommet({ points, dispersion, seuil })
  const coupes = points.filter(({ valeur }) => valeur > top).length
  const note = [
    dispersion.tau2 > 0
      ? `Les pairs diffèrent plus que par hasard (surdispersion φ = ${formatNombre(dispersion.phi, 2)}) : un point hors des limites simples peut rester conforme.`
      : 'Les pairs ne diffèrent pas plus que par hasard.',
    ...(coupes > 0
      ? [
          `${compte(coupes, 'guichet')} à petit effectif au bord haut du cadre : ${coupes < 2 ? 'sa valeur' : 'leurs valeurs'} ${coupes < 2 ? 'est' : 'sont'} dans les données.`,
        ]
      : []),
  ]
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={`${fiche.libelle}, part selon l’effectif, ${compte(siens.length, 'guichet')} (${dansPhrase(nomsCategorie(categorie))}), ${periode(p)}`}
      dessin={drawEntonnoir(atelier, {
        ...{ points, dispersion, seuil, axe: 'effectif', largeur: 813 },
        alt: fr(`Entonnoir : ${titre}. Pairs : ${formatValeur('part', dispersion.p0)}.`),
      })}
      cles={[
        ...(dispersion.tau2 > 0 ? [{ trait: 'corrigee' as const, texte: '99,8\u00a0% corrigée' }] : []),
        { trait: 'limite998', texte: 'limite 99,8\u00a0%' },
        { trait: 'limite95', texte: 'limite 95\u00a0%' },
        { trait: 'moyenne', texte: `pairs ${formatValeur('part', dispersion.p0)}` },
        ...(seuil === null ? [] : [{ trait: 'seuil' as const, texte: `seuil ${formatRepere('part', seuil)}` }]),
      ]}
      note={fr(note.join(' '))}
      source={contexte.instantane ? fr(`Source : instantané du ${formatJour(contexte.instantane)}`) : ''}
      jumeau={jumeauDe(p, siens)}
    >
      <Onglets {...p} />
    </CadreGraphique>
  )
}

const Intervalles = (p: ComparaisonProps & { readonly siens: readonly Compare[]; readonly titre: string }) => {
  const { atelier, contexte, fiche, categorie, seuil, siens, titre } = p
  const { unite } = fiche
  const lignes = siens.slice(0, LIGNES).map(({ ligne: l }) => ({
    ...{ nom: l.libelle, valeur: l.valeur ?? 0, bas: l.ic_bas, haut: l.ic_haut, statut: l.statut_affiche },
  }))
  const mesure = unite === 'jours' ? 'médiane en jours et intervalle à 95\u00a0%' : 'nombre'
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={`${fiche.libelle}, ${mesure}, ${siens.length > LIGNES ? `${LIGNES} premiers sur ${siens.length}` : compte(siens.length, 'guichet')} (${dansPhrase(nomsCategorie(categorie))}), ${periode(p)}`}
      dessin={drawIntervalles(atelier, {
        ...{
          lignes,
          seuil,
          nomSeuil: `seuil ${formatRepere(unite, seuil)}`,
          tick: (v) => formatRepere(unite, v),
          largeur: 813,
        },
        alt: `${fiche.libelle} par guichet. ${titre}.`,
      })}
      source={contexte.instantane ? fr(`Source : instantané du ${formatJour(contexte.instantane)}`) : ''}
      jumeau={jumeauDe(p, siens)}
    >
      <Onglets {...p} />
    </CadreGraphique>
  )
}

/** Guichets of one category: a funnel for a share, intervals for a delay, points for a count. */
export const GraphiqueComparaison = (props: ComparaisonProps) => {
  const { fiche, compares, categorie, seuil } = props
  const siens = sortCompares(
    dessinables(compares).filter((c) => c.categorie === categorie),
    'valeur',
  )
  const titre = titreComparaison(fiche, categorie, siens, seuil)
  return fiche.unite === 'part' ? (
    <Entonnoir {...props} siens={siens} titre={titre} />
  ) : (
    <Intervalles {...props} siens={siens} titre={titre} />
  )
}
