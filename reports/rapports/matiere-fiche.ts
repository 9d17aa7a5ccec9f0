import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { LigneAffichee } from '../../web/affichee.ts'
import type { ContactGestion, CorrectionsDuService } from '../../web/corrections.ts'
import type { FicheIndicateur } from '../../web/fiche-indicateur.ts'
import type { Historique } from '../../web/historique.ts'
import type { MesureVue } from '../../web/mesure-vue.ts'

/** Where a guichet stands among the guichets of its category that are judged, from the worst. */
export interface PlaceParmiPairs {
  readonly rang: number
  readonly sur: number
}

/** All that the monthly sheet of a guichet is written from. */
export interface MatiereDeLaFiche {
  readonly territoire: string
  readonly mois: Mois
  readonly instantane: Jour
  readonly guichet: Guichet
  readonly fiches: readonly FicheIndicateur[]
  /** The guichet's own. */
  readonly lignes: readonly LigneAffichee[]
  /** Its own, thirteen months. */
  readonly historique: Historique
  /** By indicator; none where the category is too small for it to be told. */
  readonly places: ReadonlyMap<string, PlaceParmiPairs>
  readonly corrections: CorrectionsDuService
  readonly mesures: readonly MesureVue[]
  readonly contacts: readonly ContactGestion[]
  readonly redigeLe: string
  readonly par: string
}
