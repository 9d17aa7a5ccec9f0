import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Column, Table } from '../contract/column.ts'
import { typeMoteur } from '../contract/histoire.ts'
import type { NomTable } from '../contract/tables.ts'
import type { Part } from '../read/part.ts'
import { majusculesSql } from '../socle/sql/majuscules.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import type { Correspondance } from './correspondance.ts'
import { AUCUNE_LIGNE, type Raison, verifiees } from './raisons.ts'
import { numeroSql, type Traductions, valeurSql } from './valeurs.ts'

/** A part of a table once its rows are typed: where they stand in the table of verified rows. */
export interface PartVerifiee {
  readonly part: Part
  readonly premierRang: number
  readonly dernierRang: number
}

const brut = (colonne: Column) => sql.ref(`t_${colonne.nom}`)
const type = (colonne: Column) => sql.ref(colonne.nom)
const et = (conditions: RawBuilder<unknown>[]) =>
  conditions.length === 0 ? sql`FALSE` : sql`(${sql.join(conditions, sql` OR `)})`

const illisible = (colonne: Column) => sql`(${brut(colonne)} IS NOT NULL AND ${type(colonne)} IS NULL)`
const premiere = (
  colonnes: readonly Column[],
  condition: (c: Column) => RawBuilder<unknown>,
  quoi: (c: Column) => RawBuilder<unknown>,
) =>
  colonnes.length === 0
    ? sql`NULL`
    : sql`CASE ${sql.join(
        colonnes.map((c) => sql`WHEN ${condition(c)} THEN ${quoi(c)}`),
        sql` `,
      )} END`

/** Which columns reject a row for which reason; what else is unreadable is a warning. */
const reglesDe = (colonnes: readonly Column[]) => {
  const obligatoires = colonnes.filter((c) => c.obligatoire && c.type !== 'numero_unique')
  return {
    numero: colonnes.filter((c) => c.type === 'numero_unique'),
    dates: colonnes.filter((c) => c.type === 'date' || c.type === 'mois'),
    /** A required code that is not empty but unknown is CODE_INCONNU, not a missing value. */
    obligatoires,
    codes: colonnes.filter(
      (c) => c.rejetSiInconnu || c.format || (c.obligatoire && (c.type === 'siren' || c.type === 'entier')),
    ),
  }
}

/** The columns whose unreadable values become null and are counted, in the order of their bits. */
export const colonnesAvertissables = (table: Table): readonly Column[] => {
  const { numero, dates, codes } = reglesDe(table.colonnes)
  const rejetantes = new Set([...numero, ...dates, ...codes])
  return table.colonnes.filter((c) => !rejetantes.has(c) && c.type !== 'texte' && c.type !== 'guichet')
}

/** What the sender may see again of a refused value: nothing that could be a name, a NIR or a formula. */
const montrable = (raison: 'numero' | 'date' | 'code', t: RawBuilder<unknown>) => {
  const motif = {
    numero: '[0-9A-Za-z]{16,20}',
    date: '[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}',
    // Letters by range: a Unicode class under a counted repetition takes tens of milliseconds to compile.
    code: "[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ _'’-]{0,39}",
  }[raison]
  const assezDeChiffres = raison === 'numero' ? sql` AND strlen(regexp_replace(${t}, '[^0-9]', '', 'g')) >= 9` : sql``
  return sql`CASE WHEN regexp_full_match(${t}, ${sql.lit(motif)})${assezDeChiffres} THEN ${t} ELSE '(masquée)' END`
}

const valeurMontree = (colonne: Column, raison: 'numero' | 'date' | 'code') =>
  colonne.confidentialite === undefined ? montrable(raison, brut(colonne)) : sql`'(masquée)'`

/** The SELECT that turns a part's fields into typed values, with the first reason to refuse the row and a bit a warning. */
const verifierSql = (
  table: Table,
  part: Part,
  correspondance: Correspondance,
  valeurs: Readonly<Record<string, Traductions>>,
) => {
  const rangs = correspondance.rangs
  const champ = (colonne: Column) => {
    const rang = rangs.get(colonne.nom)
    return rang === undefined ? sql`NULL::VARCHAR` : sql`nullif(f[${sql.lit(rang + 1)}], '')`
  }
  const presentes = table.colonnes.filter((c) => rangs.has(c.nom))
  const regles = reglesDe(presentes)
  const [numero] = regles.numero
  const rangNumero = numero === undefined ? undefined : rangs.get(numero.nom)
  const numeroDecale =
    rangNumero === undefined ? sql`NULL::VARCHAR` : numeroSql(sql`trim(champs[${sql.lit(rangNumero + 1)}])`)
  const avertissables = colonnesAvertissables(table)

  const decoupees = sql`SELECT vide, len(champs) <> ${sql.lit(part.intitules.length)} AS decale,
    CASE WHEN len(champs) = ${sql.lit(part.intitules.length)} THEN champs END AS f,
    CASE WHEN len(champs) <> ${sql.lit(part.intitules.length)} THEN ${numeroDecale} END AS numero_decale FROM (${part.relation})`
  const bruts = sql`SELECT vide, decale, numero_decale, ${sql.join(presentes.map((c) => sql`${champ(c)} AS ${brut(c)}`))} FROM (${decoupees})`
  const types = sql`SELECT *, ${sql.join(table.colonnes.map((c) => sql`${rangs.has(c.nom) ? valeurSql(brut(c), c, valeurs[c.nom]) : sql`NULL`}::${sql.raw(typeMoteur(c.type))} AS ${type(c)}`))} FROM (${bruts})`
  const obligatoireVide = (c: Column) => sql`${brut(c)} IS NULL`
  const raison = sql`CASE WHEN vide THEN ${sql.lit(AUCUNE_LIGNE)}
    WHEN decale THEN 'COLONNES'
    WHEN ${et(regles.numero.map((c) => sql`${type(c)} IS NULL`))} THEN 'NUMERO_UNIQUE_INVALIDE'
    WHEN ${et(regles.dates.map(illisible))} THEN 'DATE_INVALIDE'
    WHEN ${et(regles.obligatoires.map(obligatoireVide))} THEN 'CHAMP_OBLIGATOIRE'
    WHEN ${et(regles.codes.map(illisible))} THEN 'CODE_INCONNU' END`
  const raisonnees = sql`SELECT *, ${raison} AS raison FROM (${types})`
  const colonneFautive = sql`CASE raison
    WHEN 'NUMERO_UNIQUE_INVALIDE' THEN ${numero ? sql.lit(numero.nom) : sql`NULL`}
    WHEN 'DATE_INVALIDE' THEN ${premiere(regles.dates, illisible, (c) => sql.lit(c.nom) as RawBuilder<unknown>)}
    WHEN 'CHAMP_OBLIGATOIRE' THEN ${premiere(regles.obligatoires, obligatoireVide, (c) => sql.lit(c.nom) as RawBuilder<unknown>)}
    WHEN 'CODE_INCONNU' THEN ${premiere(regles.codes, illisible, (c) => sql.lit(c.nom) as RawBuilder<unknown>)} END`
  const valeurFautive = sql`CASE raison
    WHEN 'COLONNES' THEN '(masquée)'
    WHEN 'NUMERO_UNIQUE_INVALIDE' THEN ${numero ? valeurMontree(numero, 'numero') : sql`NULL`}
    WHEN 'DATE_INVALIDE' THEN ${premiere(regles.dates, illisible, (c) => valeurMontree(c, 'date'))}
    WHEN 'CODE_INCONNU' THEN ${premiere(regles.codes, illisible, (c) => valeurMontree(c, 'code'))} END`
  const bits = avertissables
    .map((c, bit) => ({ c, bit }))
    .filter(({ c }) => rangs.has(c.nom))
    .map(({ c, bit }) => sql`CASE WHEN ${illisible(c)} THEN ${sql.lit(2 ** bit)}::UBIGINT ELSE 0::UBIGINT END`)
  const avertissements = bits.length === 0 ? sql`0::UBIGINT` : sql.join(bits, sql` | `)
  const repare = numero ? sql`coalesce(${type(numero)} <> ${majusculesSql(brut(numero))}, FALSE)` : sql`FALSE`
  const finales = table.colonnes.map((c) =>
    c.type === 'numero_unique' ? sql`coalesce(${type(c)}, numero_decale) AS ${type(c)}` : type(c),
  )
  return sql`SELECT ${sql.join(finales)}, raison, ${colonneFautive} AS colonne, ${valeurFautive} AS valeur,
    ${avertissements} AS avertissements, ${repare} AS repare FROM (${raisonnees})`
}

/** Reads every row of a part into `verifiees_<table>`, typed and judged, in the file's order: its rank is its line. */
export const verifierPart = async (
  connection: DuckDBConnection,
  table: Table<NomTable>,
  part: Part,
  correspondance: Correspondance,
  valeurs: Readonly<Record<string, Traductions>>,
): Promise<PartVerifiee> => {
  const cible = sql.id(verifiees(table.nom))
  const { existe } = await runOne<{ existe: number }>(
    connection,
    sql`SELECT count(*) AS existe FROM duckdb_tables() WHERE temporary AND table_name = ${sql.lit(verifiees(table.nom))}`,
  )
  const select = verifierSql(table, part, correspondance, valeurs)
  const compter = () => runOne<{ n: number }>(connection, sql`SELECT count(*) AS n FROM ${cible}`)
  const premierRang = existe === 0 ? 0 : (await compter()).n
  await runQuery(
    connection,
    existe === 0 ? sql`CREATE TEMP TABLE ${cible} AS ${select}` : sql`INSERT INTO ${cible} ${select}`,
  )
  if (part.totalFinal)
    await runQuery(
      connection,
      sql`UPDATE ${cible} SET raison = ${sql.lit(AUCUNE_LIGNE)} WHERE rowid = (SELECT max(rowid) FROM ${cible} WHERE raison IS DISTINCT FROM ${sql.lit(AUCUNE_LIGNE)})`,
    )
  return { part, premierRang, dernierRang: (await compter()).n - 1 }
}

/** A key may stand once: the first row not rejected is kept, later ones are rejected. */
export const rejeterRepetitions = async (
  connection: DuckDBConnection,
  table: NomTable,
  cle: string,
  raison: Raison,
): Promise<void> => {
  const cible = sql.id(verifiees(table))
  const k = sql.ref(cle)
  await runQuery(
    connection,
    sql`UPDATE ${cible} SET raison = ${sql.lit(raison)}, colonne = ${sql.lit(cle)}, valeur = ${k} WHERE rowid IN (
      SELECT v.rowid FROM ${cible} v JOIN (
        SELECT ${k} AS cle, min(rowid) AS premier FROM ${cible} WHERE raison IS NULL GROUP BY ${k} HAVING count(*) > 1
      ) r ON v.${k} = r.cle WHERE v.raison IS NULL AND v.rowid > r.premier)`,
  )
}
