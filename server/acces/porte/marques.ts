import type { Jour } from '../../../ingest/socle/jour.ts'
import { kyselyOn } from '../../../ingest/socle/sql/dialecte.ts'
import type { TablesLues } from '../../../metrics/tables.ts'
import { exigerTerritoire, type Lecteur } from '../lecteur.ts'

/** How many demandes of a snapshot each mark is on: what the indicators count, and what verdicts took out. No number is given. */
export const compterMarques = async (
  lecteur: Lecteur,
  territoire: string,
  instantane: Jour,
): Promise<Readonly<Record<string, number>>> => {
  exigerTerritoire(lecteur, territoire)
  const lignes = await kyselyOn<TablesLues>(lecteur.base.connection)
    .selectFrom('marques')
    .select((eb) => ['marque', eb.fn.countAll<number>().as('n')])
    .where('territoire', '=', territoire)
    .where('instantane', '=', instantane)
    .groupBy('marque')
    .execute()
  return Object.fromEntries(lignes.map(({ marque, n }) => [marque, n]))
}
