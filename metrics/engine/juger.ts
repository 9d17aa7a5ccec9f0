import type { Jour } from '../../ingest/socle/jour.ts'
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

/** What is judged of a figure; `motif` says why it has no value, or no state. */
type Jugement = Pick<Ligne, 'ic_bas' | 'ic_haut' | 'reference' | 'z_ajuste' | 'atypique' | 'statut' | 'motif'>

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

const SANS_JUGEMENT: Jugement = {
  ic_bas: null,
  ic_haut: null,
  reference: null,
  z_ajuste: null,
  atypique: null,
  statut: null,
  motif: null,
}

const jugerPart = (
  { numerateur, denominateur, categorie }: Mesure,
  pairs: Pairs,
): Pick<Jugement, 'reference' | 'z_ajuste' | 'atypique'> => {
  const { reference, surdispersion } = categorie === null ? SANS_PAIRS : pairs
  const z_ajuste =
    surdispersion !== null && numerateur !== null && denominateur !== null
      ? adjustedZ({ numerateur, denominateur }, surdispersion)
      : null
  return { reference, z_ajuste, atypique: z_ajuste !== null && z_ajuste > Z_998 }
}

const jugerMesure = (mesure: Mesure, indicateur: Indicateur, pairs: Pairs, norme: Norme, debut: Jour): Jugement => {
  const { unite } = indicateur
  if (unite === 'nombre') return { ...SANS_JUGEMENT, motif: mesure.motif }
  const intervalle = intervalleDe(indicateur, mesure)
  const [ic_bas, ic_haut] = [intervalle?.bas ?? null, intervalle?.haut ?? null]
  if (mesure.niveau !== 'GUICHET' && mesure.niveau !== 'SERVICE')
    return { ...SANS_JUGEMENT, ic_bas, ic_haut, motif: mesure.motif }
  const { reference, z_ajuste, atypique } = unite === 'part' ? jugerPart(mesure, pairs) : SANS_JUGEMENT
  const motif = exclusion(mesure, debut)
  const figure = { unite, exclusion: motif, denominateur: mesure.denominateur ?? 0, valeur: mesure.valeur }
  const statut = etatDe({ ...figure, ic_bas, z_ajuste }, norme)
  return { ic_bas, ic_haut, reference, z_ajuste, atypique, statut, motif }
}

/** The interval, the peers and the state of every figure of a period that begins on a day. */
export const juger = (mesures: readonly Mesure[], normes: Normes, debut: Jour): Ligne[] => {
  const pairs = lirePairs(mesures)
  return mesures.map((mesure) => {
    const indicateur = indicateurDe(mesure.indicateur)
    if (indicateur === undefined) throw new RangeError(mesure.indicateur)
    const norme = normes[indicateur.code] ?? { objectif: null, seuil: null, minimum: indicateur.minimum }
    const jugement = jugerMesure(mesure, indicateur, pairs.get(clePairs(mesure)) ?? SANS_PAIRS, norme, debut)
    // Written out: this is made for every figure of a month, and copying objects costs more than all of the statistics.
    return {
      niveau: mesure.niveau,
      entite: mesure.entite,
      libelle: mesure.libelle,
      categorie: mesure.categorie,
      date_fermeture: mesure.date_fermeture,
      indicateur: mesure.indicateur,
      mois_couverts: mesure.mois_couverts,
      numerateur: mesure.numerateur,
      denominateur: mesure.denominateur,
      valeur: mesure.valeur,
      p90: mesure.p90,
      details: mesure.details,
      distribution: mesure.distribution,
      ic_bas: jugement.ic_bas,
      ic_haut: jugement.ic_haut,
      reference: jugement.reference,
      z_ajuste: jugement.z_ajuste,
      atypique: jugement.atypique,
      statut: jugement.statut,
      statut_12_mois: null,
      statut_affiche: null,
      motif: jugement.motif,
    }
  })
}
