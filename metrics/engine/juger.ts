import type { Jour } from '../../ingest/socle/jour.ts'
import type { Indicateur } from '../indicateur.ts'
import { indicateurDe } from '../registry.ts'
import type { Motif, Statut } from '../resultat.ts'
import { type Intervalle, Z_998 } from '../stats/intervalle.ts'
import { medianInterval } from '../stats/median-interval.ts'
import { adjustedZ } from '../stats/overdispersion.ts'
import { wilson } from '../stats/wilson.ts'
import type { Ligne, Mesure } from './ligne.ts'
import type { Norme, Normes } from './norme.ts'
import { clePairs, dispersionDe, jugerPairs, type PairsJuges } from './pairs-juges.ts'

/** Registered without a counter, or by the gestionnaire itself: shown, never judged. */
const CATEGORIES_EXCLUES: ReadonlySet<string | null> = new Set(['PORTAIL', 'GESTIONNAIRE'])

/** What is judged of a figure; `motif` says why it has no value, or no state. */
type Jugement = Pick<Ligne, 'ic_bas' | 'ic_haut' | 'reference' | 'z_ajuste' | 'atypique' | 'statut' | 'motif'>

const estPart = (indicateur: Indicateur): boolean => indicateur.unite === 'part'

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
  { numerateur, denominateur }: Mesure,
  pairs: PairsJuges | undefined,
): Pick<Jugement, 'reference' | 'z_ajuste' | 'atypique'> => {
  const dispersion = pairs === undefined ? null : dispersionDe(pairs)
  const z_ajuste =
    dispersion !== null && numerateur !== null && denominateur !== null
      ? adjustedZ({ numerateur, denominateur }, dispersion)
      : null
  return { reference: pairs?.p0 ?? null, z_ajuste, atypique: z_ajuste !== null && z_ajuste > Z_998 }
}

const jugerMesure = (
  mesure: Mesure,
  indicateur: Indicateur,
  pairs: PairsJuges | undefined,
  norme: Norme,
  debut: Jour,
): Jugement => {
  const { unite } = indicateur
  if (unite === 'nombre') return { ...SANS_JUGEMENT, motif: mesure.motif }
  const intervalle = intervalleDe(indicateur, mesure)
  const [ic_bas, ic_haut] = [intervalle?.bas ?? null, intervalle?.haut ?? null]
  if (mesure.niveau !== 'GUICHET' && mesure.niveau !== 'SERVICE')
    return { ...SANS_JUGEMENT, ic_bas, ic_haut, motif: mesure.motif }
  const { reference, z_ajuste, atypique } = unite === 'part' ? jugerPart(mesure, pairs) : SANS_JUGEMENT
  const motif = exclusion(mesure, debut)
  const { denominateur, valeur } = mesure
  const statut = etatDe({ unite, exclusion: motif, denominateur: denominateur ?? 0, valeur, ic_bas, z_ajuste }, norme)
  return { ic_bas, ic_haut, reference, z_ajuste, atypique, statut, motif }
}

/** What a period comes to once judged: its figures, and the peers they were judged among. */
export interface PeriodeJugee {
  readonly lignes: readonly Ligne[]
  readonly pairs: readonly PairsJuges[]
}

/** The interval, the peers and the state of every figure of a period that begins on a day. */
export const juger = (mesures: readonly Mesure[], normes: Normes, debut: Jour): PeriodeJugee => {
  const pairs = jugerPairs(mesures)
  const lignes = mesures.map((mesure) => {
    const indicateur = indicateurDe(mesure.indicateur)
    if (indicateur === undefined) throw new RangeError(mesure.indicateur)
    const norme = normes[indicateur.code] ?? { objectif: null, seuil: null, minimum: indicateur.minimum }
    const jugement = jugerMesure(mesure, indicateur, pairs.get(clePairs(mesure)), norme, debut)
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
      objectif: norme.objectif,
      seuil: norme.seuil,
      minimum: norme.minimum,
    }
  })
  return { lignes, pairs: [...pairs.values()] }
}
