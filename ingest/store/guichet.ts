import type { Jour } from '../socle/jour.ts'

/** A guichet as its territory's register tells it. Only code, label and category are always known. */
export interface Guichet {
  readonly code: string
  readonly libelle: string
  /** Null for a guichet met in the demandes and absent from the register. */
  readonly categorie: string | null
  readonly service_code?: string | null
  readonly service_libelle?: string | null
  readonly siren?: string | null
  readonly mode?: string | null
  readonly date_ouverture?: Jour | null
  readonly date_fermeture?: Jour | null
  readonly successeur?: string | null
  readonly adresse?: string | null
  readonly code_postal?: string | null
  readonly commune?: string | null
  readonly telephone?: string | null
  readonly courriel?: string | null
  readonly horaires?: string | null
}
