import {
  formatGraduation,
  formatMois,
  formatNombre,
  formatRepere,
  formatValeur,
} from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { nomsCategorie } from '../categories.ts'
import type { Atelier } from '../charts/dessin.ts'
import { drawEssaim } from '../charts/essaim.ts'
import { drawTendances } from '../charts/tendances.ts'
import type { Contexte } from '../contexte.ts'
import { MOTS_ETATS } from '../etats.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { findSerie, type Historique } from '../historique.ts'
import { cibleCompare, cibleTendance } from '../modeles/cibles.ts'
import { type Compare, categoriesDessinables, dessinables } from '../modeles/comparaison.ts'
import { titreDistribution, titreTendance } from '../modeles/titres-indicateur.ts'
import { sortCompares } from '../modeles/tri-comparaison.ts'
import { sourceDe } from '../source.ts'
import { CadreGraphique, type Cle } from './cadre-graphique.tsx'

interface Commun {
  readonly atelier: Atelier
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  readonly compares: readonly Compare[]
  readonly surDouzeMois: boolean
  readonly seuil: number | null
  /** The entity put forward; null for none. */
  readonly choisi: string | null
}

/** One point a guichet, by category. */
export const Distribution = ({ atelier, contexte, fiche, compares, surDouzeMois, seuil, choisi }: Commun) => {
  const categories = categoriesDessinables(compares, 2)
  const siens = sortCompares(dessinables(compares), 'valeur').filter(
    ({ categorie }) => categorie !== null && categories.includes(categorie),
  )
  const points = categories.flatMap((code) =>
    siens
      .filter(({ categorie }) => categorie === code)
      .map((compare) => ({
        cible: cibleCompare({ contexte, fiche, choisi, surDouzeMois }, compare),
        groupe: nomsCategorie(code),
        valeur: compare.ligne.valeur ?? 0,
        statut: compare.ligne.statut_affiche,
        petit: fiche.unite !== 'nombre' && (compare.ligne.denominateur ?? 0) < fiche.minimum,
      })),
  )
  if (points.length < 3) return null
  const groupes = new Map(
    categories.map((c) => [
      nomsCategorie(c),
      points.filter((p) => p.groupe === nomsCategorie(c)).map(({ valeur }) => valeur),
    ]),
  )
  const titre = titreDistribution(fiche, groupes)
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={`${fiche.libelle}, un point par guichet, ${surDouzeMois ? 'douze mois jusqu’à ' : ''}${contexte.mois ? formatMois(contexte.mois) : ''}. Trait épais\u00a0: médiane des guichets`}
      dessin={drawEssaim(atelier, {
        points,
        seuil,
        nomSeuil: `seuil ${formatRepere(fiche.unite, seuil)}`,
        tick: (v) => formatGraduation(fiche.unite, v),
        alt: fr(`${fiche.libelle} par catégorie de guichet. ${titre}.`),
        largeur: 604,
      })}
      {...(points.some(({ petit }) => petit)
        ? { note: 'Les petits effectifs, vides, sont dessinés au bord quand ils dépassent le cadre.' }
        : {})}
      source={sourceDe(contexte.instantane)}
      jumeau={{
        legende: `${fiche.libelle} par catégorie et guichet`,
        entetes: ['Guichet', 'Catégorie', 'Valeur', 'État'],
        tri: { contexte, table: 'distribution' },
        lignes: siens.map(({ ligne, categorie }) => [
          ligne.libelle,
          nomsCategorie(categorie),
          formatValeur(fiche.unite, ligne.valeur),
          ligne.statut_affiche ? MOTS_ETATS[ligne.statut_affiche] : 'non jugé',
        ]),
      }}
    />
  )
}

/** Series drawn: the guichet put forward, the territory, then the largest categories. */
const SERIES = 3

/** The territory and its largest categories, over 25 months. */
export const Tendance = ({
  atelier,
  contexte,
  fiche,
  compares,
  seuil,
  choisi,
  historique,
}: Commun & { readonly historique: Historique }) => {
  const entite = contexte.territoire ?? ''
  const territoire = findSerie(historique, 'TERRITOIRE', entite, fiche.code)
  const { mois } = historique
  const [premier, dernier] = [mois[0], mois.at(-1)]
  if (!territoire || territoire.filter((v) => v !== null).length < 2 || !premier || !dernier) return null
  const taille = (code: string): number => dessinables(compares).filter(({ categorie }) => categorie === code).length
  const categories =
    fiche.unite === 'nombre'
      ? []
      : categoriesDessinables(compares)
          .sort((a, b) => taille(b) - taille(a))
          .slice(0, SERIES - 1)
  const misEnAvant = compares.find(({ ligne }) => ligne.entite === choisi)?.ligne ?? null
  const sienne = misEnAvant && findSerie(historique, misEnAvant.niveau, misEnAvant.entite, fiche.code)
  const nommees = [
    ...(misEnAvant && sienne ? [{ nom: misEnAvant.libelle, valeurs: sienne }] : []),
    { nom: 'Territoire', valeurs: territoire },
    ...categories.flatMap((code) => {
      const valeurs = findSerie(historique, 'CATEGORIE', code, fiche.code)
      return valeurs ? [{ nom: nomsCategorie(code), valeurs }] : []
    }),
  ]
  const series = nommees.slice(0, SERIES).map((s) => ({
    ...s,
    cibles: s.valeurs.map((v, i) => {
      const m = mois[i]
      return v === null || m === undefined ? undefined : cibleTendance(contexte, s.nom, m, formatValeur(fiche.unite, v))
    }),
  }))
  const titre = titreTendance(fiche, territoire, dernier, seuil)
  const traits: readonly Cle['trait'][] = ['serie1', 'serie2', 'serie3']
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={`${fiche.libelle}, ${formatMois(premier)} à ${formatMois(dernier)}`}
      dessin={drawTendances(atelier, {
        mois,
        series,
        seuil,
        format: (v) => formatValeur(fiche.unite, v),
        tick: (v) => formatGraduation(fiche.unite, v),
        alt: `${fiche.libelle} par mois. ${titre}.`,
        largeur: 604,
      })}
      cles={[
        ...series.map(({ nom, valeurs }, i) => ({
          trait: traits[i] ?? 'serie3',
          texte: `${nom} ${formatValeur(fiche.unite, valeurs.at(-1) ?? null)}`,
        })),
        ...(seuil === null ? [] : [{ trait: 'seuil' as const, texte: `seuil ${formatRepere(fiche.unite, seuil)}` }]),
      ]}
      source={sourceDe(contexte.instantane)}
      jumeau={{
        legende: `${fiche.libelle} par mois`,
        entetes: ['Mois', ...series.map(({ nom }) => nom)],
        lignes: mois
          .map((m, i) => [
            formatMois(m),
            ...series.map(({ valeurs }) =>
              fiche.unite === 'nombre'
                ? formatNombre(valeurs[i] ?? null)
                : formatValeur(fiche.unite, valeurs[i] ?? null),
            ),
          ])
          .reverse(),
      }}
    />
  )
}
