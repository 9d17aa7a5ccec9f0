import type { Mois } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { EtatSignale } from '../../metrics/historique.ts'
import type { LigneAffichee } from '../affichee.ts'
import type { Echeance } from '../agenda.ts'
import type { Chargement } from '../chargement.ts'
import type { Contexte, LienExport } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'
import type { MesureVue } from '../mesure-vue.ts'
import type { TuileVue } from '../requetes-vue.ts'

/** What the month at a glance is made from. */
export interface TableauDeBordProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  readonly guichets: readonly Guichet[]
  /** The month's rows, levels GUICHET, SERVICE and TERRITOIRE, every indicator. */
  readonly lignes: readonly LigneAffichee[]
  /** TERRITOIRE, 25 months that end with the month shown, every indicator. */
  readonly historique: Historique
  /** Signalled states of the last 13 months, the month shown included, levels GUICHET and SERVICE. */
  readonly etats: readonly EtatSignale[]
  /** Months, of the same 13, whose states were computed. */
  readonly moisAvecEtats: readonly Mois[]
  /** What was made of the alerts, where some are explained or followed by a measure. */
  readonly qualifications?: string
  /** What is owed as of today, whatever the month shown; none for who does not follow the calendar. */
  readonly echeances?: readonly Echeance[]
  /** Departures not closed on their day, and certificates to renew; absent for who does not follow them. */
  readonly habilitations?: { readonly departs: number; readonly certificats: number }
  /** The measures reported to who reads and still open; none for who follows them all. */
  readonly signalees?: readonly MesureVue[]
  readonly dernierChargement: Chargement | null
  readonly exports: readonly LienExport[]
  /** Queries pinned, for who may write some. */
  readonly tuiles?: readonly TuileVue[]
}
