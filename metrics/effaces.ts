import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { moisEntiers } from '../ingest/socle/jour.ts'
import { entier } from '../ingest/socle/sql/colonne.ts'
import { kyselyOn } from '../ingest/socle/sql/dialecte.ts'
import { runOne } from '../ingest/socle/sql/query.ts'
import { listInstantanes } from '../ingest/store/instantanes.ts'
import { estClos } from './engine/clos.ts'
import { lireMoisCalcules, type MoisCalcule } from './engine/mois-calcules.ts'
import { listesDe, moisComptes, type RequeteEnregistrements } from './enregistrements.ts'
import { indicateurDe } from './registry.ts'
import type { TablesLues } from './tables.ts'

/** How many records the stored figure of a month has. */
const compteStocke = async (
  connection: DuckDBConnection,
  { territoire, niveau, entite, indicateur, tous }: RequeteEnregistrements,
  { mois }: MoisCalcule,
): Promise<number> => {
  const { unite } = indicateurDe(indicateur) ?? {}
  const compte = unite === 'nombre' ? 'valeur' : unite === 'jours' || tous ? 'denominateur' : 'numerateur'
  const ligne = await kyselyOn<TablesLues>(connection)
    .selectFrom('resultats')
    .select((eb) => eb.ref(compte).as('n'))
    .where('territoire', '=', territoire)
    .where('mois', '=', mois)
    .where('duree', '=', 1)
    .where('niveau', '=', niveau)
    .where('entite', '=', entite)
    .where('indicateur', '=', indicateur)
    .executeTakeFirst()
  return ligne?.n ?? 0
}

/** How many of the records behind a figure retention has erased: those it counted and that are listed no more. */
export const compterEffaces = async (connection: DuckDBConnection, voulu: RequeteEnregistrements): Promise<number> => {
  const indicateur = indicateurDe(voulu.indicateur)
  const mois = moisEntiers(voulu.debut, voulu.fin)
  if (indicateur === undefined || mois === null || !indicateur.relation.deDemandes) return 0
  const { territoire } = voulu
  const charges = await listInstantanes(connection, territoire)
  const calcules = (await lireMoisCalcules(connection, territoire)).filter((calcule) => mois.includes(calcule.mois))
  const touches = moisComptes(indicateur, calcules).filter(({ instantane, s0, s_moins }) =>
    [instantane, s0, s_moins].some((date) => estClos(charges, date)),
  )
  if (touches.length === 0) return 0
  const listes = await listesDe(connection, voulu)
  let effaces = 0
  for (const calcule of touches) {
    const requete = listes.find(({ mois: lu }) => lu === calcule.mois)?.requete
    if (requete === undefined) continue
    const { n } = await runOne(connection, sql`SELECT count(*) AS n FROM (${requete})`, { n: entier })
    effaces += (await compteStocke(connection, voulu, calcule)) - n
  }
  return effaces
}
