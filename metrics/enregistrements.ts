import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { debutMois, finMois, type Jour, type Mois, moisEntiers } from '../ingest/socle/jour.ts'
import { streamQuery } from '../ingest/socle/sql/query.ts'
import { listInstantanes } from '../ingest/store/instantanes.ts'
import { bauxSql } from './engine/baux.ts'
import { lacunesDe } from './engine/calculer-mois.ts'
import { estClos } from './engine/clos.ts'
import { type Expressions, expressionsDe } from './engine/condition.ts'
import { lireMoisCalcules, type MoisCalcule } from './engine/mois-calcules.ts'
import { construireRegistre, lireInscrits, type Registre } from './engine/registre.ts'
import { contexteDe, type Instantanes, relationSql } from './engine/source.ts'
import type { Indicateur } from './indicateur.ts'
import { type CodeIndicateur, indicateurDe } from './registry.ts'
import type { Niveau } from './resultat.ts'
import { colonne, constante, et, parmi, selon, type Terme, vrai } from './sql.ts'

export interface DemandeEnregistrements {
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

/** The keys (guichet codes, or sirens) that count for an entity; null where all do, the unknown included. */
const clesDe = (
  indicateur: Indicateur,
  registre: Registre,
  niveau: Niveau,
  entite: string,
): readonly string[] | null => {
  if (niveau === 'TERRITOIRE') return null
  if (indicateur.relation === 'baux') {
    const services = new Set(
      niveau === 'SERVICE'
        ? [entite]
        : [...registre.services.values()].filter(({ categorie }) => categorie === entite).map(({ code }) => code),
    )
    return [...registre.serviceDuSiren].filter(([, service]) => services.has(service)).map(([siren]) => siren)
  }
  const champ = { GUICHET: 'code', SERVICE: 'service_code', CATEGORIE: 'categorie' } as const
  return [...registre.guichets.values()].filter((guichet) => guichet[champ[niveau]] === entite).map(({ code }) => code)
}

const parmiCles = (terme: Terme, cles: readonly string[] | null) =>
  cles === null ? vrai(constante(true)) : parmi(terme, cles)

/** The rules or fields that a record breaks, as codes. */
const reglesSql = ({ composantes }: Expressions): RawBuilder<unknown> =>
  sql`list_filter([${sql.join(composantes.map(({ code, condition }) => selon([[condition, constante(code)]], sql`NULL`)))}], lambda regle: regle IS NOT NULL)`

/** The query of a month's records: the same expressions as the figure's, so that they are as many. */
const listeSql = (
  indicateur: Indicateur<CodeIndicateur>,
  instantanes: Instantanes,
  expressions: Expressions,
  cles: readonly string[] | null,
  { tous }: DemandeEnregistrements,
): RawBuilder<unknown> => {
  const { denominateur, numerateur, guichet, jours } = expressions
  const colonnes = [
    ...(indicateur.relation === 'flux' ? [] : [colonne('d.numero_unique')]),
    ...indicateur.liste.map((nom) => colonne(`d.${nom}`)),
    ...(jours ? [sql`${jours} AS jours`] : []),
    ...(expressions.composantes.length > 0 ? [sql`${reglesSql(expressions)} AS manques`] : []),
  ]
  const conditions = [
    denominateur,
    ...(numerateur && !tous ? [numerateur] : []),
    ...(guichet && cles ? [parmiCles(guichet, cles)] : []),
  ]
  const relation = indicateur.relation === 'baux' ? 'demandes' : indicateur.relation
  const ordre = indicateur.relation === 'flux' ? sql`ALL` : sql`d.numero_unique`
  return sql`SELECT ${sql.join(colonnes)} FROM ${relationSql(relation, instantanes)} WHERE ${et(...conditions)} ORDER BY ${ordre}`
}

const listeBauxSql = (
  mois: Mois,
  instantanes: Instantanes,
  cles: readonly string[] | null,
  tous: boolean,
): RawBuilder<unknown> => {
  const conditions = [parmiCles(colonne('siren_bailleur'), cles), ...(tous ? [] : [sql<boolean>`manquantes > 0`])]
  return sql`SELECT * FROM (${bauxSql(mois, instantanes)}) WHERE ${et(...conditions)}`
}

/** The same of a month whose S is closed, from what was stored: where no lease is missing, how many came in is not known any more. */
const listeBauxStockesSql = (
  { territoire, tous }: DemandeEnregistrements,
  mois: Mois,
  cles: readonly string[] | null,
): RawBuilder<unknown> => {
  const conditions = [parmiCles(colonne('cle'), cles), ...(tous ? [] : [sql<boolean>`numerateur > 0`])]
  return sql`SELECT cle AS siren_bailleur, effectif AS baux_signes, CASE WHEN numerateur > 0 THEN effectif - numerateur END AS attributions,
    numerateur AS manquantes FROM faits WHERE territoire = ${sql.lit(territoire)} AND mois = ${sql.lit(mois)} AND lecture = 'fil'
    AND indicateur = 'attributions_manquantes' AND ${et(...conditions)} ORDER BY cle`
}

/** The months whose records make the figure: every covered one, or the last for a stock. */
export const moisComptes = (indicateur: Indicateur, calcules: readonly MoisCalcule[]): readonly MoisCalcule[] => {
  const couverts = calcules.filter(({ motifs }) => motifs[indicateur.code] === undefined)
  return indicateur.nature === 'stock' ? couverts.slice(-1) : couverts
}

/** A month's records: what to ask for them, and whether the answer says what is missing. */
interface RequeteDuMois {
  readonly mois: Mois
  readonly requete: RawBuilder<unknown>
  readonly manques: boolean
}

/** One query a month. */
export const requetesDe = async (
  connection: DuckDBConnection,
  demande: DemandeEnregistrements,
): Promise<RequeteDuMois[]> => {
  const { territoire, debut, fin } = demande
  const indicateur = indicateurDe(demande.indicateur)
  const mois = moisEntiers(debut, fin)
  if (indicateur === undefined || mois === null) throw new RangeError(`${demande.indicateur}, ${debut} – ${fin}`)
  if (!indicateur.niveaux.includes(demande.niveau)) return []
  const charges = await listInstantanes(connection, territoire)
  const calcules = (await lireMoisCalcules(connection, territoire)).filter((calcule) => mois.includes(calcule.mois))
  const requetes: RequeteDuMois[] = []
  for (const calcule of moisComptes(indicateur, calcules)) {
    const plan = { mois: calcule.mois, s: calcule.instantane, s0: calcule.s0, sMoins: calcule.s_moins }
    const instantanes = { territoire, ...plan, dernier: charges.at(-1)?.date ?? null }
    const registre = construireRegistre(await lireInscrits(connection, territoire, calcule.registre), calcule.guichets)
    const inconnu = demande.niveau === 'GUICHET' || demande.niveau === 'SERVICE' ? [demande.entite] : []
    const trouvees = clesDe(indicateur, registre, demande.niveau, demande.entite)
    const cles =
      trouvees !== null && trouvees.length === 0 && inconnu.length > 0 && !registre.guichets.has(demande.entite)
        ? inconnu
        : trouvees
    const periode = { debut: debutMois(calcule.mois), fin: finMois(calcule.mois) }
    const expressions = expressionsDe(indicateur, contexteDe(instantanes), lacunesDe(plan, charges), periode)
    requetes.push(
      indicateur.relation === 'baux'
        ? {
            mois: plan.mois,
            requete: estClos(charges, plan.s)
              ? listeBauxStockesSql(demande, plan.mois, cles)
              : listeBauxSql(plan.mois, instantanes, cles, demande.tous),
            manques: false,
          }
        : {
            mois: plan.mois,
            requete: listeSql(indicateur, instantanes, expressions, cles, demande),
            manques: expressions.composantes.length > 0,
          },
    )
  }
  return requetes
}

/**
 * The records behind a figure, month by month, as many as the figure says: the numerator's, or with `tous` the
 * denominator's; of counts the demandes counted, of delays the denominator. Streamed, never capped.
 *
 * @throws RangeError for an unknown indicator, or a period that is not made of whole months.
 */
export async function* listerEnregistrements(
  connection: DuckDBConnection,
  demande: DemandeEnregistrements,
): AsyncGenerator<Enregistrement> {
  for (const { mois, requete } of await requetesDe(connection, demande))
    for await (const ligne of streamQuery(connection, requete)) yield { mois, ...ligne }
}

/** The same records as one query, what is missing told as one text; null where no month has any. */
export const requeteEnregistrements = async (
  connection: DuckDBConnection,
  demande: DemandeEnregistrements,
): Promise<RawBuilder<unknown> | null> => {
  const requetes = await requetesDe(connection, demande)
  if (requetes.length === 0) return null
  return sql.join(
    requetes.map(({ mois, requete, manques }) => {
      const colonnes = manques ? sql`* REPLACE (array_to_string(manques, ', ') AS manques)` : sql`*`
      return sql`SELECT ${sql.lit(mois)} AS mois, ${colonnes} FROM (${requete})`
    }),
    sql` UNION ALL BY NAME `,
  )
}
