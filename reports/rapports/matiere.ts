import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import type { Periode, Semestre } from '../../ingest/socle/semestre.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { LigneAttributions } from '../../metrics/attributions/lire.ts'
import type { EffectifDuCanal } from '../../metrics/canaux.ts'
import type { JugementsDeCategorie } from '../../metrics/jugements.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { CodeTableau } from '../../metrics/tableaux/registry.ts'
import type { LigneAffichee } from '../../web/affichee.ts'
import type { Echeance } from '../../web/agenda.ts'
import type { AdhesionsVues } from '../../web/charte-vue.ts'
import type { Atelier } from '../../web/charts/dessin.ts'
import type { MoisSignale } from '../../web/charts/empilement-donnees.ts'
import type { FicheIndicateur } from '../../web/fiche-indicateur.ts'
import type { Historique } from '../../web/historique.ts'
import type { MesureVue } from '../../web/mesure-vue.ts'
import type { ChiffreActivite } from '../../web/modeles/activite.ts'
import type { ReunionVue } from '../../web/modeles/reunion.ts'
import type { TableauLu } from '../../web/modeles/tableaux.ts'

/** The snapshot that closed a month, as the report names it. */
export interface InstantaneCite {
  readonly mois: Mois
  readonly date: Jour
  /** SHA-256 of its files, together. */
  readonly empreinte: string
  readonly synthetique: boolean
}

/** The same figures over a semester, the one before, and the same one a year earlier; none where nothing was computed. */
export interface Periodes<T> {
  readonly semestre: T
  readonly precedent: T
  readonly unAnAvant: T
}

/** What a person wrote of the semester, where the report offers it. */
export interface Saisie {
  readonly texte: string
  readonly par: string
  readonly le: Jour
}

/** A value of elsewhere to read ours beside: typed with its source and its date. */
export interface ValeurDeReference {
  readonly libelle: string
  readonly lieu: string
  readonly date: Jour
  readonly valeur: number
  readonly unite: FicheIndicateur['unite']
  readonly source: string
}

/** All that a semester report is written from: plain rows, read once, as far as its readers may see. */
export interface MatiereDuSemestre {
  /** « Bouches-du-Rhône », and the code of its figures. */
  readonly territoire: string
  readonly code: string
  readonly semestre: Semestre
  /** Of the months that have figures. */
  readonly instantanes: readonly InstantaneCite[]
  readonly moisManquants: readonly Mois[]
  /** What the figures of each period cover: of a semester under way, its months with figures, here and a year earlier. */
  readonly periodes: Periodes<Periode>
  readonly fiches: readonly FicheIndicateur[]
  readonly chiffres: Periodes<readonly LigneIndicateur[]>
  readonly jugements: Periodes<readonly JugementsDeCategorie[]>
  /** The states of the last month, and those of the last month of the semester before. */
  readonly etats: readonly LigneAffichee[]
  readonly etatsAvant: readonly LigneAffichee[]
  readonly alertesParMois: readonly MoisSignale[]
  /** The territory month by month, over two years. */
  readonly historique: Historique
  readonly guichets: readonly Guichet[]
  readonly tableaux: ReadonlyMap<CodeTableau, TableauLu>
  /** Of the demandes registered in the semester. */
  readonly canaux: readonly (Omit<EffectifDuCanal, 'effectif'> & { readonly effectif: number | null })[]
  readonly estimations: readonly LigneAttributions[]
  /** Recordings in lots or after long silences, by kind: guichets concerned. */
  readonly saisiesIrregulieres: readonly { readonly nature: string; readonly guichets: number; readonly n: number }[]
  readonly colonnesVides: readonly string[]
  readonly mesures: readonly MesureVue[]
  readonly activite: readonly ChiffreActivite[]
  readonly echeances: readonly Echeance[]
  readonly reunions: readonly ReunionVue[]
  readonly adhesions: AdhesionsVues | null
  readonly saisies: ReadonlyMap<string, Saisie>
  readonly references: readonly ValeurDeReference[]
  /** Counts of households from 1 to this number are hidden, null where none is. */
  readonly secret: number | null
  /** Services are told by their names. */
  readonly nominatif: boolean
  readonly atelier: Atelier
  /** `AAAA-MM-JJ HH:MM:SS`. */
  readonly redigeLe: string
  readonly par: string
  readonly logiciel: string
  /** Of what is published; null for a draft. */
  readonly version: number | null
}
