import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { moisDe } from '../../../ingest/socle/jour.ts'
import { entier } from '../../../ingest/socle/sql/colonne.ts'
import { bindingOf } from '../../../ingest/socle/sql/parametre.ts'
import { compileQuery, runOne } from '../../../ingest/socle/sql/query.ts'
import { compterEffaces } from '../../../metrics/effaces.ts'
import { lireMoisCalcules, type MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import {
  type Enregistrement,
  listerEnregistrements,
  type RequeteEnregistrements,
  requeteEnregistrements,
} from '../../../metrics/enregistrements.ts'
import { listerEnregistrementsTries, type OrdreEnregistrements } from '../../../metrics/enregistrements-tries.ts'
import type { Dossiers } from '../../../reports/tableau/enregistrements.ts'
import { exigerEntite, type Lecteur, porteeDuMois } from '../lecteur.ts'
import { AccesRefuse } from '../refus.ts'
import { consignerPassage, exigerDesNumeros, type Flux, formeDe, type Pourquoi } from './passage.ts'
import { nombreDans, parcourirTranche } from './tranche.ts'

/** Records behind a figure, read as they are asked for; who took them closes them. */
export interface EnregistrementsDonnes extends Dossiers, Flux<Enregistrement> {
  readonly total: number
  /** How many of them retention has erased. */
  compterEffaces(): Promise<number>
}

const compter = async (connection: DuckDBConnection, requete: RawBuilder<unknown> | null): Promise<number> =>
  requete === null ? 0 : (await runOne(connection, sql`SELECT count(*) AS n FROM (${requete})`, { n: entier })).n

const moisDemandes = async ({ base }: Lecteur, demande: RequeteEnregistrements): Promise<MoisCalcule[]> =>
  (await lireMoisCalcules(base.connection, demande.territoire)).filter(
    ({ mois }) => moisDe(demande.debut) <= mois && mois <= moisDe(demande.fin),
  )

/** A list of numbers is its guichet's own: the territory's and the categories' are not. */
const exiger = async (
  lecteur: Lecteur,
  demande: RequeteEnregistrements,
  mois: readonly MoisCalcule[],
): Promise<void> => {
  const { niveau, entite, territoire } = demande
  if (lecteur.acces.role === 'guichet' && niveau !== 'GUICHET' && niveau !== 'SERVICE')
    throw new AccesRefuse('entité hors de portée', { niveau, entite })
  for (const calcule of mois) exigerEntite(await porteeDuMois(lecteur, territoire, calcule), demande)
}

const flux = (connection: DuckDBConnection, requete: RawBuilder<unknown>) => {
  const { sql: texte, parameters } = compileQuery(requete)
  const { values, types } = bindingOf(parameters)
  return connection.stream(texte, values, types)
}

/**
 * The records behind a figure, for whom sees it in every month asked for; the audit log has who asked for what and how
 * many there are before any is given. Month by month, or in the order asked for.
 *
 * @throws AccesRefuse where the figure is out of the person's reach.
 */
export const demanderEnregistrements = async (
  lecteur: Lecteur,
  demande: RequeteEnregistrements,
  pourquoi: Pourquoi,
  ordre?: OrdreEnregistrements,
): Promise<EnregistrementsDonnes> => {
  exigerDesNumeros(lecteur, demande.territoire)
  const mois = await moisDemandes(lecteur, demande)
  await exiger(lecteur, demande, mois)
  const connection = await lecteur.base.connect()
  try {
    const requete = await requeteEnregistrements(connection, demande)
    const { territoire, ...filtre } = demande
    const total = await compter(connection, requete)
    const tranche = pourquoi.action === 'EXPORT' ? pourquoi.tranche : undefined
    await consignerPassage(lecteur, {
      action: pourquoi.action,
      instant: pourquoi.instant,
      territoire,
      nombre: nombreDans(total, tranche),
      detail: { ...filtre, ...formeDe(pourquoi) },
    })
    const toutes =
      ordre === undefined
        ? listerEnregistrements(connection, demande)
        : listerEnregistrementsTries(connection, demande, ordre)
    return {
      demande,
      total,
      lignes: tranche === undefined ? toutes : parcourirTranche(toutes, tranche),
      instantanes: mois.map(({ instantane }) => instantane),
      source: requete === null || tranche !== undefined ? null : () => flux(connection, requete),
      compterEffaces: () => compterEffaces(connection, demande),
      fermer: () => connection.closeSync(),
    }
  } catch (cause) {
    connection.closeSync()
    throw cause
  }
}
