import type { Jour } from '../../ingest/store/jour.ts'
import type { Indicateur } from '../indicateur.ts'
import { indicateurDe } from '../registry.ts'
import type { Motif, Statut } from '../resultat.ts'
import { type Intervalle, Z_998 } from '../stats/intervalle.ts'
import { medianInterval } from '../stats/median-interval.ts'
import { adjustedZ, overdispersion, type Surdispersion } from '../stats/overdispersion.ts'
import { reference } from '../stats/reference.ts'
import { wilson } from '../stats/wilson.ts'
import type { Ligne, Mesure } from './ligne.ts'

/** What a figure is judged by. */
export interface Norme {
  readonly objectif: number | null
  readonly seuil: number | null
  readonly minimum: number
}

export type Normes = Readonly<Record<string, Norme>>

/** Registered without a counter, or by the gestionnaire itself: shown, never judged. */
const CATEGORIES_EXCLUES: ReadonlySet<string | null> = new Set(['PORTAIL', 'GESTIONNAIRE'])

interface Pairs {
  readonly reference: number | null
  readonly surdispersion: Surdispersion | null
}

const SANS_PAIRS: Pairs = { reference: null, surdispersion: null }

const clePairs = ({ niveau, categorie, indicateur }: Mesure): string => `${niveau} ${categorie} ${indicateur}`

const estPart = (indicateur: Indicateur): boolean => indicateur.unite === 'part'

/** The peers of each level, categorie and indicator: entities with a denominator, whatever their state. */
const lirePairs = (mesures: readonly Mesure[]): ReadonlyMap<string, Pairs> => {
  const groupes = new Map<string, { numerateur: number; denominateur: number }[]>()
  for (const mesure of mesures) {
    const { niveau, categorie, numerateur, denominateur } = mesure
    if ((niveau !== 'GUICHET' && niveau !== 'SERVICE') || categorie === null) continue
    if (numerateur === null || denominateur === null || denominateur === 0) continue
    const cle = clePairs(mesure)
    const groupe = groupes.get(cle)
    if (groupe) groupe.push({ numerateur, denominateur })
    else groupes.set(cle, [{ numerateur, denominateur }])
  }
  return new Map(
    [...groupes].map(([cle, parts]) => [cle, { reference: reference(parts), surdispersion: overdispersion(parts) }]),
  )
}

const intervalleDe = (indicateur: Indicateur, mesure: Mesure): Intervalle | null => {
  if (estPart(indicateur) && mesure.numerateur !== null && mesure.denominateur !== null)
    return wilson(mesure.numerateur, mesure.denominateur)
  return mesure.distribution === null ? null : medianInterval(mesure.distribution)
}

const exclusion = (mesure: Mesure, debut: Jour): Motif | null => {
  if (mesure.motif !== null) return mesure.motif
  if (CATEGORIES_EXCLUES.has(mesure.categorie)) return 'CATEGORIE_EXCLUE'
  const ferme = mesure.niveau === 'GUICHET' && mesure.date_fermeture !== null && mesure.date_fermeture < debut
  return ferme ? 'GUICHET_FERME' : null
}

/** The state of a figure, from unrounded values: what is drawn or printed reads it, and never computes it again. */
export const etatDe = (
  figure: {
    readonly unite: 'part' | 'jours'
    readonly exclusion: Motif | null
    readonly denominateur: number
    readonly valeur: number | null
    readonly ic_bas: number | null
    readonly z_ajuste: number | null
  },
  { seuil, minimum }: Norme,
): Statut => {
  const { unite, denominateur, valeur, ic_bas, z_ajuste } = figure
  if (figure.exclusion !== null) return 'SANS_OBJET'
  if (denominateur < minimum || valeur === null) return 'NON_SIGNIFICATIF'
  if (seuil === null) return 'NORMAL'
  const parIntervalle = ic_bas !== null && ic_bas > seuil
  const parPairs = unite === 'part' && z_ajuste !== null && z_ajuste > Z_998 && valeur > seuil
  if (parIntervalle || parPairs) return 'ALERTE'
  return valeur > seuil ? 'SURVEILLANCE' : 'NORMAL'
}

/** The interval, the peers and the state of every figure of a period that begins on a day. */
export const juger = (mesures: readonly Mesure[], normes: Normes, debut: Jour): Ligne[] => {
  const pairs = lirePairs(mesures)
  return mesures.map((mesure) => {
    const indicateur = indicateurDe(mesure.indicateur)
    const sansEtat = { statut: null, statut_12_mois: null, statut_affiche: null }
    if (indicateur === undefined || indicateur.unite === 'nombre')
      return { ...mesure, ic_bas: null, ic_haut: null, reference: null, z_ajuste: null, atypique: null, ...sansEtat }
    const intervalle = intervalleDe(indicateur, mesure)
    const juge = mesure.niveau === 'GUICHET' || mesure.niveau === 'SERVICE'
    const { reference: p0, surdispersion } =
      juge && estPart(indicateur) && mesure.categorie !== null
        ? (pairs.get(clePairs(mesure)) ?? SANS_PAIRS)
        : SANS_PAIRS
    const { numerateur, denominateur } = mesure
    const z =
      surdispersion !== null && numerateur !== null && denominateur !== null
        ? adjustedZ({ numerateur, denominateur }, surdispersion)
        : null
    const ic_bas = intervalle?.bas ?? null
    const motif = juge ? exclusion(mesure, debut) : mesure.motif
    const statut = juge
      ? etatDe(
          {
            unite: indicateur.unite,
            exclusion: motif,
            denominateur: denominateur ?? 0,
            valeur: mesure.valeur,
            ic_bas,
            z_ajuste: z,
          },
          normes[indicateur.code] ?? { objectif: null, seuil: null, minimum: indicateur.minimum },
        )
      : null
    return {
      ...mesure,
      ic_bas,
      ic_haut: intervalle?.haut ?? null,
      reference: p0,
      z_ajuste: z,
      atypique: juge && estPart(indicateur) ? z !== null && z > Z_998 : null,
      statut,
      statut_12_mois: null,
      statut_affiche: null,
      motif,
    }
  })
}
