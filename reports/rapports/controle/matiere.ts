import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import type { RapportInstantane } from '../../../ingest/store/rapport.ts'
import type { ForcagesGuichet } from '../../../metrics/forcages/lire.ts'
import type { AlerteQualifiee } from '../../../web/alertes.ts'
import type { Atelier } from '../../../web/charts/dessin.ts'
import type { ChangementDuTerritoire } from '../../../web/components/changement/decomposition.tsx'
import type { PointVu } from '../../../web/components/controles/point.tsx'
import type { FicheIndicateur } from '../../../web/fiche-indicateur.ts'
import type { MesureVue } from '../../../web/mesure-vue.ts'
import type { Alerte } from '../../../web/modeles/alertes.ts'
import type { MesureAttributions } from '../../../web/modeles/attributions.ts'
import type { Alertes } from '../../../web/modeles/changement.ts'
import type { LigneMatrice } from '../../../web/modeles/matrice.ts'

/** A line in alert, and what was made of it; null where that is told of another month alone. */
export interface AlerteDuControle extends Alerte {
  readonly suite: AlerteQualifiee | null
}

/** What the month's snapshot says. */
export interface ChiffresDuControle {
  readonly instantane: Jour
  readonly rapport: RapportInstantane | null
  readonly fiches: readonly FicheIndicateur[]
  /** The new first, then the farthest from their norm. */
  readonly alertes: readonly AlerteDuControle[]
  readonly passages: Alertes
  /** Null for a first month, that none precedes. */
  readonly moisAvant: Mois | null
  /** What makes each share of the territory change since that month, the one that moved most first. */
  readonly changements: readonly ChangementDuTerritoire[]
  /** Guichets and the fifteen indicators, the gravest first. */
  readonly rangees: readonly LigneMatrice[]
  readonly forcages: readonly Omit<ForcagesGuichet, 'demandes'>[]
  /** Why they cannot be followed, as a sentence, where they cannot. */
  readonly attributions: MesureAttributions | string
}

/** All that the report of a monthly control is written from. */
export interface MatiereDuControle {
  readonly territoire: string
  readonly mois: Mois
  readonly points: readonly PointVu[]
  /** Null where no snapshot closes the month. */
  readonly chiffres: ChiffresDuControle | null
  /** Not closed. */
  readonly mesures: readonly MesureVue[]
  readonly signature: {
    readonly nom: string
    /** Counted from 1. */
    readonly version: number
    /** Why it is signed without a snapshot; null with one. */
    readonly motif: string | null
  } | null
  readonly atelier: Atelier
  /** `AAAA-MM-JJ HH:MM:SS`. */
  readonly redigeLe: string
  readonly par: string
}
