import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { runOne } from '../../ingest/socle/sql/query.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import type { EtatAttributions } from '../../metrics/attributions/lire.ts'
import { type Lecture, type Nature, signaleesSql } from '../../metrics/attributions/signalees.ts'
import { lireMoisCalcules } from '../../metrics/engine/mois-calcules.ts'
import { type RequeteEnregistrements, requeteEnregistrements } from '../../metrics/enregistrements.ts'
import { consigner } from '../state/journal.ts'
import { exigerEntite, exigerTerritoire, type Lecteur, porteeDuMois } from './lecteur.ts'
import { AccesRefuse } from './refus.ts'

/** Roles that may see numéros uniques. */
const VOIENT_LES_NUMEROS = new Set(['gestionnaire', 'etat', 'guichet'])

const compter = async (connection: DuckDBConnection, demande: RequeteEnregistrements): Promise<number> => {
  const requete = await requeteEnregistrements(connection, demande)
  if (requete === null) return 0
  return (await runOne<{ n: number }>(connection, sql`SELECT count(*) AS n FROM (${requete})`)).n
}

const exiger = async (lecteur: Lecteur, demande: RequeteEnregistrements): Promise<void> => {
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
  demande: RequeteEnregistrements,
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

/** The radiations of attributions that a nature picks out in a snapshot, to be exported. */
interface RequeteSignalees {
  readonly territoire: string
  readonly etat: EtatAttributions
  readonly nature: Nature
  readonly instant: string
  readonly forme: string
}

/**
 * The one way to the radiations that ask to be looked at: for whom sees every guichet, and written in the audit log
 * before they are read from a connection of their own; the caller closes it.
 *
 * @throws AccesRefuse where they are out of the person's reach.
 */
export const ouvrirSignalees = async (
  lecteur: Lecteur,
  { territoire, etat, nature, instant, forme }: RequeteSignalees,
): Promise<{ connexion: DuckDBConnection; lecture: Lecture }> => {
  exigerTerritoire(lecteur, territoire)
  const { acces, base } = lecteur
  if (acces.role !== 'gestionnaire' && acces.role !== 'etat') throw new AccesRefuse('rôle sans accès aux numéros')
  const dernier = (await listInstantanes(base.connection, territoire)).at(-1)?.date ?? etat.instantane
  const lecture = { territoire, instantane: etat.instantane, precedent: etat.precedent, dernier }
  const { n } = await runOne<{ n: number }>(
    base.connection,
    sql`SELECT count(*) AS n FROM (${signaleesSql(nature, lecture)})`,
  )
  await consigner(lecteur.etat, {
    ...{ instant, qui: acces.qui, role: acces.role, action: 'EXPORT', territoire, nombre: n },
    detail: { attributions: nature, instantane: etat.instantane, forme },
  })
  return { connexion: await base.connect(), lecture }
}

/** What a reading of numbers or names was, for the audit log. */
export interface Consultation {
  readonly action: 'CONSULTATION' | 'CONSULTATION_NOMS' | 'EXPORT'
  readonly instant: string
  readonly territoire: string
  readonly nombre: number
  readonly detail: Readonly<Record<string, unknown>>
}

/**
 * Lets the numbers of a territory be read by who may see them all, and writes in the audit log who asked for what.
 *
 * @throws AccesRefuse where the role sees no numbers but its own, or the territory is not the person's.
 */
export const consignerNumeros = async (lecteur: Lecteur, consultation: Consultation): Promise<void> => {
  const { acces, etat } = lecteur
  exigerTerritoire(lecteur, consultation.territoire)
  const nominative = consultation.action === 'CONSULTATION_NOMS'
  if (acces.role !== 'gestionnaire' && (nominative || acces.role !== 'etat'))
    throw new AccesRefuse(nominative ? 'rôle sans accès aux noms' : 'rôle sans accès aux numéros')
  await consigner(etat, { ...consultation, qui: acces.qui, role: acces.role })
}
