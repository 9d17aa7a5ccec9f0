import { sql } from 'kysely'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { TablesLues } from '../../metrics/tables.ts'
import { memoriser } from '../lecture/memoire.ts'
import { type Lecteur, territoiresDe } from './lecteur.ts'
import { AccesRefuse } from './refus.ts'

/** Every code of a guichet or a service that some register of the base holds. */
const codesConnus = memoriser(async ({ connection }, _: Record<string, never>): Promise<ReadonlySet<string>> => {
  const lignes = await runQuery(
    connection,
    sql`SELECT code FROM registres UNION SELECT service_code FROM registres UNION SELECT unnest(guichets) FROM mois_calcules`,
    { code: texte },
  )
  return new Set(lignes.map(({ code }) => code))
})

/** The guichets of a service, in whatever register of some territories. */
const guichetsDuService = memoriser(
  async (
    { connection },
    { service, territoires }: { readonly service: string; readonly territoires: readonly string[] },
  ): Promise<readonly string[]> => {
    if (territoires.length === 0) return []
    const lignes = await kyselyOn<TablesLues>(connection)
      .selectFrom('registres')
      .select('code')
      .distinct()
      .where('service_code', '=', service)
      .where('territoire', 'in', territoires)
      .execute()
    return lignes.map(({ code }) => code)
  },
)

/** The codes of a person's own service and of its guichets, in whatever register of the territories covered. */
export const codesDuService = async (lecteur: Lecteur): Promise<ReadonlySet<string>> => {
  const { base, acces } = lecteur
  const { role, service } = acces
  if (role !== 'guichet' || service === null) return new Set()
  return new Set([service, ...(await guichetsDuService(base, { service, territoires: await territoiresDe(lecteur) }))])
}

/** Refuses a request whose address or fields name a guichet or a service that is not the person's. */
export const refuserCodesDesAutres = async (lecteur: Lecteur, valeurs: Iterable<string>): Promise<void> => {
  const { base, acces } = lecteur
  if (acces.role === 'gestionnaire' || acces.role === 'etat') return
  const demandes = [...valeurs].map((valeur) => valeur.trim().toUpperCase()).filter((valeur) => valeur !== '')
  const connus = await codesConnus(base, {})
  const nommes = demandes.filter((valeur) => connus.has(valeur))
  if (nommes.length === 0) return
  const siens = await codesDuService(lecteur)
  const autre = nommes.find((code) => !siens.has(code))
  if (autre !== undefined) throw new AccesRefuse('guichet d’un autre service', { code: autre })
}
