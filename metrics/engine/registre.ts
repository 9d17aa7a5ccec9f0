import type { DuckDBConnection } from '@duckdb/node-api'
import type { Jour } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import type { TablesLues } from '../tables.ts'

/** Who a figure is about. */
export interface Entite {
  readonly code: string
  readonly libelle: string
  /** Null for a guichet the register lacks, and for a service whose guichets differ. */
  readonly categorie: string | null
  /** Guichets only. */
  readonly date_fermeture: Jour | null
}

export interface GuichetInscrit extends Entite {
  readonly service_code: string
  readonly service_libelle: string
  readonly siren: string | null
}

/** The guichets of a month, those its data name included, and their services. */
export interface Registre {
  readonly guichets: ReadonlyMap<string, GuichetInscrit>
  readonly services: ReadonlyMap<string, Entite>
  readonly categories: ReadonlyMap<string, Entite>
  /** The service a siren's leases count for: that of the first guichet, by code, that has it. */
  readonly serviceDuSiren: ReadonlyMap<string, string>
}

const inconnu = (code: string): GuichetInscrit => ({
  code,
  libelle: code,
  categorie: null,
  date_fermeture: null,
  service_code: code,
  service_libelle: code,
  siren: null,
})

/** Builds a register from its guichets and the codes met beside them. */
export const construireRegistre = (inscrits: readonly GuichetInscrit[], rencontres: Iterable<string>): Registre => {
  const guichets = new Map(inscrits.map((guichet) => [guichet.code, guichet]))
  for (const code of rencontres) if (!guichets.has(code)) guichets.set(code, inconnu(code))
  const tries = [...guichets.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  const libelles = new Map(inscrits.toReversed().map((guichet) => [guichet.service_code, guichet.service_libelle]))
  const services = new Map<string, Entite>()
  const categories = new Map<string, Entite>()
  const serviceDuSiren = new Map<string, string>()
  for (const { service_code: code, service_libelle, categorie, siren } of tries) {
    const service = services.get(code)
    services.set(code, {
      code,
      libelle: libelles.get(code) ?? service_libelle,
      categorie: service === undefined || service.categorie === categorie ? categorie : null,
      date_fermeture: null,
    })
    if (categorie !== null && !categories.has(categorie))
      categories.set(categorie, { code: categorie, libelle: categorie, categorie, date_fermeture: null })
    if (siren !== null && !serviceDuSiren.has(siren)) serviceDuSiren.set(siren, code)
  }
  return { guichets: new Map(tries.map((guichet) => [guichet.code, guichet])), services, categories, serviceDuSiren }
}

/** The register that a snapshot brought; empty where there is none. */
export const lireInscrits = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour | null,
): Promise<GuichetInscrit[]> =>
  instantane === null
    ? []
    : kyselyOn<TablesLues>(connection)
        .selectFrom('registres')
        .select(['code', 'libelle', 'categorie', 'date_fermeture', 'service_code', 'service_libelle', 'siren'])
        .where('territoire', '=', territoire)
        .where('instantane', '=', instantane)
        .orderBy('code')
        .execute()
