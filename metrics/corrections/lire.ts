import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { enJour, type Jour, moisDe } from '../../ingest/socle/jour.ts'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { jourSql, runQuery, streamQuery } from '../../ingest/socle/sql/query.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { SEUIL_DOUBLON } from '../doublons/seuil.ts'
import { motifNonMesurable } from '../engine/mesurable.ts'
import { type MoisLu, moisLu } from '../engine/mois-lu.ts'
import type { Indicateur, Remede } from '../indicateur.ts'
import { type CodeIndicateur, INDICATEURS } from '../registry.ts'

/** Something wrong in a demande, that the guichet it is counted for can put right. */
export interface FauteACorriger {
  readonly numero: string
  readonly indicateur: CodeIndicateur
  /** Which field or rule; empty where the indicator has one only. */
  readonly regle: string
  /** Whom the act counts for. */
  readonly guichet: string | null
  /** The day of the act. */
  readonly jour: Jour | null
  readonly remede: Remede
  /** The columns of the list. */
  readonly valeurs: Readonly<Record<string, unknown>>
}

/** Before any act that a demande may bear. */
const DEPUIS_TOUJOURS = enJour('1900-01-01')

type ARemede = Indicateur<CodeIndicateur> & { readonly acte: readonly [mots: string, jour: string] }

const aRemede = (indicateur: Indicateur<CodeIndicateur>): indicateur is ARemede => indicateur.acte !== undefined

/** The indicators whose records a guichet can put right. */
const CORRIGEABLES: readonly ARemede[] = INDICATEURS.filter(aRemede)

const texteOuNul = (valeur: unknown): string | null => (typeof valeur === 'string' && valeur !== '' ? valeur : null)

/** The rules that a record breaks and that say how they are put right, with theirs. */
const remedesDe = (
  { remede, composantes = [] }: ARemede,
  ligne: Readonly<Record<string, unknown>>,
): readonly (readonly [regle: string, remede: Remede])[] => {
  if (remede !== undefined) return remede.vide !== undefined && ligne[remede.vide] != null ? [] : [['', remede]]
  const manques = new Set(Array.isArray(ligne.manques) ? ligne.manques.map(String) : [])
  return composantes.flatMap(({ code, remede: sien, aVerifier }) =>
    sien !== undefined && !aVerifier && manques.has(code) ? [[code, sien] as const] : [],
  )
}

/** A radiated demande is put right no more, but for what was said of the dwelling it was given. */
const estCorrigeable = ({ famille }: ARemede, statut: unknown): boolean =>
  famille === 'attribution' || statut === 'ACTIVE'

async function* lireDeLIndicateur(
  connection: DuckDBConnection,
  indicateur: ARemede,
  lu: MoisLu,
  guichets: readonly string[],
): AsyncGenerator<FauteACorriger> {
  const { requete } = indicateur.relation.lister(indicateur, lu, {
    cles: guichets,
    tous: false,
    clos: false,
    periode: { debut: DEPUIS_TOUJOURS, fin: lu.s },
    autres: ['statut'],
  })
  const guichet = indicateur.liste.find((nom) => nom.startsWith('guichet'))
  for await (const ligne of streamQuery(connection, requete)) {
    if (!estCorrigeable(indicateur, ligne.statut)) continue
    const jour = texteOuNul(ligne[indicateur.acte[1]])
    for (const [regle, remede] of remedesDe(indicateur, ligne))
      yield {
        numero: String(ligne.numero_unique),
        indicateur: indicateur.code,
        regle,
        guichet: guichet === undefined ? null : texteOuNul(ligne[guichet]),
        jour: jour === null ? null : enJour(jour),
        remede,
        valeurs: ligne,
      }
  }
}

/** What a snapshot shows wrong. */
export interface Fautes {
  /** The latest of the territory; null where none is loaded. */
  readonly instantane: Jour | null
  readonly fautes: readonly FauteACorriger[]
}

/** What the territory's latest snapshot shows wrong in the demandes that count for some guichets, whenever they were acted on. */
export const lireFautes = async (
  connection: DuckDBConnection,
  territoire: string,
  guichets: readonly string[],
): Promise<Fautes> => {
  const charges = await listInstantanes(connection, territoire)
  const dernier = charges.at(-1)
  if (dernier === undefined) return { instantane: null, fautes: [] }
  if (guichets.length === 0) return { instantane: dernier.date, fautes: [] }
  const plan = { mois: moisDe(dernier.date), s: dernier.date, s0: null, sMoins: null }
  const lu = moisLu(territoire, plan, charges)
  const fautes: FauteACorriger[] = []
  for (const indicateur of CORRIGEABLES) {
    if (motifNonMesurable(indicateur, lu.lacunes) !== null) continue
    for await (const faute of lireDeLIndicateur(connection, indicateur, lu, guichets)) fautes.push(faute)
  }
  return { instantane: dernier.date, fautes }
}

/** The demandes that the search of a snapshot brought together with some, by number: the probable doubles of each. */
export const lireJumelles = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
  numeros: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (numeros.length === 0) return new Map()
  const lignes = await runQuery(
    connection,
    sql`SELECT a, b FROM doublons_paires WHERE territoire = ${territoire} AND instantane = ${jourSql(instantane)}
      AND probabilite >= ${SEUIL_DOUBLON} AND (a IN (${sql.join(numeros)}) OR b IN (${sql.join(numeros)})) ORDER BY a, b`,
    { a: texte, b: texte },
  )
  const jumelles = new Map<string, string[]>()
  for (const { a, b } of lignes)
    for (const [de, vers] of [
      [a, b],
      [b, a],
    ] as const)
      jumelles.set(de, [...(jumelles.get(de) ?? []), vers])
  return jumelles
}
