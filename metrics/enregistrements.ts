import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { type Jour, type Mois, moisEntiers } from '../ingest/socle/jour.ts'
import { streamQuery } from '../ingest/socle/sql/query.ts'
import { listInstantanes } from '../ingest/store/instantanes.ts'
import { estClos } from './engine/clos.ts'
import { lireMoisCalcules, type MoisCalcule } from './engine/mois-calcules.ts'
import { moisLu } from './engine/mois-lu.ts'
import { construireRegistre, lireInscrits } from './engine/registre.ts'
import type { Indicateur } from './indicateur.ts'
import { type CodeIndicateur, indicateurDe } from './registry.ts'
import type { Liste } from './relations/relation.ts'
import type { Niveau } from './resultat.ts'

export interface RequeteEnregistrements {
  readonly territoire: string
  readonly indicateur: CodeIndicateur
  readonly debut: Jour
  readonly fin: Jour
  readonly niveau: Niveau
  readonly entite: string
  /** The denominator's records instead of the numerator's. */
  readonly tous: boolean
}

/** A record behind a figure: the month it counts in, its number, and what explains it. */
export type Enregistrement = { readonly mois: Mois } & Readonly<Record<string, unknown>>

/** The months whose records make the figure: every covered one, or the last for a stock. */
export const moisComptes = (indicateur: Indicateur, calcules: readonly MoisCalcule[]): readonly MoisCalcule[] => {
  const couverts = calcules.filter(({ motifs }) => motifs[indicateur.code] === undefined)
  return indicateur.nature === 'stock' ? couverts.slice(-1) : couverts
}

/** What to ask for the records of a month. */
interface ListeDuMois extends Liste {
  readonly mois: Mois
}

/** One query a month. */
export const listesDe = async (connection: DuckDBConnection, voulu: RequeteEnregistrements): Promise<ListeDuMois[]> => {
  const { territoire, debut, fin, niveau, entite, tous } = voulu
  const indicateur = indicateurDe(voulu.indicateur)
  const mois = moisEntiers(debut, fin)
  if (indicateur === undefined || mois === null) throw new RangeError(`${voulu.indicateur}, ${debut} – ${fin}`)
  if (!indicateur.niveaux.includes(niveau)) return []
  const { relation } = indicateur
  const charges = await listInstantanes(connection, territoire)
  const calcules = (await lireMoisCalcules(connection, territoire)).filter((calcule) => mois.includes(calcule.mois))
  const listes: ListeDuMois[] = []
  for (const calcule of moisComptes(indicateur, calcules)) {
    const registre = construireRegistre(await lireInscrits(connection, territoire, calcule.registre), calcule.guichets)
    const plan = { mois: calcule.mois, s: calcule.instantane, s0: calcule.s0, sMoins: calcule.s_moins }
    const choix = {
      cles: niveau === 'TERRITOIRE' ? null : relation.cles.clesDe(registre, niveau, entite),
      tous,
      clos: estClos(charges, plan.s),
    }
    const liste = relation.lister(indicateur, moisLu(territoire, plan, charges), choix)
    listes.push({ mois: plan.mois, requete: liste.requete, manques: liste.manques })
  }
  return listes
}

/**
 * The records behind a figure, month by month, as many as the figure says: the numerator's, or with `tous` the
 * denominator's; of counts the demandes counted, of delays the denominator. Streamed, never capped.
 *
 * @throws RangeError for an unknown indicator, or a period that is not made of whole months.
 */
export async function* listerEnregistrements(
  connection: DuckDBConnection,
  voulu: RequeteEnregistrements,
): AsyncGenerator<Enregistrement> {
  for (const { mois, requete } of await listesDe(connection, voulu))
    for await (const ligne of streamQuery(connection, requete)) yield { mois, ...ligne }
}

/** The same records as one query, what is missing told as one text; null where no month has any. */
export const requeteEnregistrements = async (
  connection: DuckDBConnection,
  voulu: RequeteEnregistrements,
): Promise<RawBuilder<unknown> | null> => {
  const listes = await listesDe(connection, voulu)
  if (listes.length === 0) return null
  return sql.join(
    listes.map(({ mois, requete, manques }) => {
      const colonnes = manques ? sql`* REPLACE (array_to_string(manques, ', ') AS manques)` : sql`*`
      return sql`SELECT ${mois} AS mois, ${colonnes} FROM (${requete})`
    }),
    sql` UNION ALL BY NAME `,
  )
}
