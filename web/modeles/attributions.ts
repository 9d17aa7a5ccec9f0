import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import type { Delais } from '../../metrics/attributions/delais.ts'
import type { LigneAttributions } from '../../metrics/attributions/lire.ts'
import type { Groupement, JourCharge } from '../../metrics/attributions/lots.ts'
import type { BilanRetro, LigneRetro } from '../../metrics/attributions/retro.ts'
import type { Nature } from '../../metrics/attributions/signalees.ts'
import type { Silence } from '../../metrics/attributions/silences.ts'
import type { CelluleTriangle } from '../../metrics/attributions/triangle.ts'
import type { LigneAffichee } from '../affichee.ts'
import type { LigneTriangle } from '../charts/triangle.ts'

/** Lags of an entity over some months of signature, together. */
export interface DelaisEntite {
  readonly code: string
  readonly libelle: string
  readonly delais: Delais
}

/** How a field of the attributions of the month is filled. */
export interface ChampAttribution {
  readonly code: string
  readonly libelle: string
  readonly manquent: number
}

export interface CompletudeAttributions {
  readonly n: number
  readonly champs: readonly ChampAttribution[]
}

/** A guichet whose records come on a few days, named. */
export interface GuichetGroupe extends Groupement {
  readonly libelle: string
}

/** What a snapshot says of attributions, for the territory or one category. */
export interface MesureAttributions {
  readonly instantane: Jour
  /** Categories that can be looked at alone, and the one that is; null: all. */
  readonly categories: readonly string[]
  readonly categorie: string | null
  readonly estimations: readonly LigneAttributions[]
  /** The months of signature, all but recorded, that the lag is told of; none while no month is. */
  readonly moisDefinitifs: readonly Mois[]
  /** The months of signature that are not told to the reader, and the threshold of small counts; null where all are. */
  readonly secret: { readonly seuil: number; readonly mois: readonly Mois[] } | null
  readonly delais: Delais | null
  /** Those of the same months a year earlier; null where no snapshot shows them. */
  readonly delaisAvant: Delais | null
  readonly triangle: readonly CelluleTriangle[]
  readonly filEtConsolide: readonly { readonly mois: Mois; readonly fil: number | null; readonly consolide: number }[]
  /** Over all definitive months, from the largest. */
  readonly services: readonly DelaisEntite[]
  /** Which guichets are told one by one: all, the person's own, or none. */
  readonly vue: 'TOUS' | 'SIENS' | 'AUCUN'
  /** Guichets in alert for their lag. */
  readonly lents: readonly LigneAffichee[]
  readonly groupes: readonly GuichetGroupe[]
  /** Share recorded on the busiest day of the quarter, all guichets together; null without any. */
  readonly partGroupee: number | null
  readonly completude: CompletudeAttributions | null
  readonly retro: { readonly lignes: readonly LigneRetro[]; readonly bilan: BilanRetro }
  /** Services with leases that no attribution shows; null without the landlords' file. */
  readonly manquantes: readonly LigneAffichee[] | null
  readonly silences: readonly Silence[]
  readonly signalees: Readonly<Record<Nature, number>>
  /** Days between lease and record from which the median is in alert. */
  readonly seuil: number
}

/** What a guichet's own page tells of its attributions. */
export interface AttributionsDuGuichet {
  readonly instantane: Jour
  readonly mois: readonly (Delais & { readonly mois: Mois })[]
  readonly delais: Delais
  /** Those of its category over the same months; null where it has none. */
  readonly pairs: DelaisEntite | null
  /** Estimates; none where it records too little for that. */
  readonly estimations: readonly LigneAttributions[]
  readonly jours: readonly JourCharge[]
  readonly groupement: Groupement | null
  readonly completude: CompletudeAttributions | null
  readonly seuil: number
}

/** What stands in the place of a number that is not told: the national statistics' own sign. */
export const SECRET = 's'

/** Attributions under which a lag is not told. */
export const EFFECTIF_MINIMUM = 30

/** The share recorded on the busiest day of the quarter, guichet by guichet, all together; null without any. */
export const partGroupee = (groupes: readonly Groupement[]): number | null => {
  const n = groupes.reduce((total, groupe) => total + groupe.n, 0)
  return n === 0 ? null : groupes.reduce((total, groupe) => total + groupe.n_jours, 0) / n
}

/** The last month that is estimated while provisional. */
export const dernierEstime = (estimations: readonly LigneAttributions[]): LigneAttributions | null =>
  estimations.findLast(({ provisoire, estimees }) => provisoire && estimees !== null) ?? null

const rangDuMois = (mois: Mois): number => Number(mois.slice(0, 4)) * 12 + Number(mois.slice(5))

/** The triangle as rows of months: 0 where nothing was recorded, null where the month has not come or is not told. */
export const rangerTriangle = (
  cellules: readonly CelluleTriangle[],
  mois: readonly Mois[],
  dernier: Mois,
  secrets: readonly Mois[] = [],
): LigneTriangle[] => {
  const connues = new Map(cellules.map(({ mois: m, retard, n }) => [`${m} ${retard}`, n]))
  return mois.map((m) => ({
    mois: m,
    cases: Array.from({ length: mois.length }, (_, retard) =>
      secrets.includes(m) || rangDuMois(m) + retard > rangDuMois(dernier) ? null : (connues.get(`${m} ${retard}`) ?? 0),
    ),
  }))
}
