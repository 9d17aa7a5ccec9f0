import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { runOne } from '../../ingest/store/query.ts'
import { lireMoisCalcules } from '../../metrics/engine/mois-calcules.ts'
import { type DemandeEnregistrements, requeteEnregistrements } from '../../metrics/enregistrements.ts'
import { consigner } from '../state/journal.ts'
import { exigerEntite, exigerTerritoire, type Lecteur, porteeDuMois } from './lecteur.ts'
import { AccesRefuse } from './refus.ts'

/** Roles that may see numéros uniques. */
const VOIENT_LES_NUMEROS = new Set(['gestionnaire', 'etat', 'guichet'])

const compter = async (connection: DuckDBConnection, demande: DemandeEnregistrements): Promise<number> => {
  const requete = await requeteEnregistrements(connection, demande)
  if (requete === null) return 0
  return (await runOne<{ n: number }>(connection, sql`SELECT count(*) AS n FROM (${requete})`)).n
}

const exiger = async (lecteur: Lecteur, demande: DemandeEnregistrements): Promise<void> => {
  const { base, acces } = lecteur
  exigerTerritoire(lecteur, demande.territoire)
  if (!VOIENT_LES_NUMEROS.has(acces.role)) throw new AccesRefuse('rôle sans accès aux numéros')
  const mois = (await lireMoisCalcules(base.connection, demande.territoire)).filter(
    (calcule) => demande.debut.slice(0, 7) <= calcule.mois && calcule.mois <= demande.fin.slice(0, 7),
  )
  // A list of numbers is its guichet's own: the territory's and the categories' are not.
  const hors = acces.role === 'guichet' && demande.niveau !== 'GUICHET' && demande.niveau !== 'SERVICE'
  if (hors) throw new AccesRefuse('entité hors de portée', { niveau: demande.niveau, entite: demande.entite })
  for (const calcule of mois) exigerEntite(await porteeDuMois(lecteur, demande.territoire, calcule), demande)
}

/**
 * The one way to the records behind a figure. Checks the scope in every month asked for, writes in the audit log who
 * asked for what and how many there are, then lets them be read from a connection of their own; the caller closes it.
 *
 * @throws AccesRefuse where the figure is out of the person's reach.
 */
export const ouvrirEnregistrements = async (
  lecteur: Lecteur,
  demande: DemandeEnregistrements,
  pourquoi: { readonly action: 'CONSULTATION' | 'EXPORT'; readonly instant: string; readonly forme?: string },
): Promise<DuckDBConnection> => {
  await exiger(lecteur, demande)
  const connection = await lecteur.base.connect()
  try {
    const { territoire, ...filtre } = demande
    await consigner(lecteur.etat, {
      ...{ instant: pourquoi.instant, qui: lecteur.acces.qui, role: lecteur.acces.role, action: pourquoi.action },
      ...{ territoire, nombre: await compter(connection, demande) },
      detail: { ...filtre, ...(pourquoi.forme ? { forme: pourquoi.forme } : {}) },
    })
    return connection
  } catch (cause) {
    connection.closeSync()
    throw cause
  }
}
