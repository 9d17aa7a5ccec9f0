import { type RawBuilder, sql } from 'kysely'
import { HORS_LISTE } from '../contract/codes.ts'
import type { Column, Table } from '../contract/column.ts'
import { typeMoteur } from '../contract/histoire.ts'
import { motsPleinsDe } from '../contract/mots-vides.ts'
import type { Part } from '../read/part.ts'
import { majusculesSql } from '../socle/sql/majuscules.ts'
import { nettoyerSql, viderMotsSql } from './cellules.ts'
import type { Correspondance } from './correspondance.ts'
import { formeFautiveSql, nomFautifSql, valeurFautiveSql } from './fautes-sql.ts'
import { AUCUNE_LIGNE } from './raisons.ts'
import { aTolerance, colonnesAvertissables, peutEtreHorsListe, reglesDe } from './regles.ts'
import { precisionPerdueSql, type Traductions, traduireSql, valeurSql } from './valeurs.ts'

type Sql = RawBuilder<unknown>

const brut = (colonne: Column) => sql.ref(`t_${colonne.nom}`)
const type = (colonne: Column) => sql.ref(colonne.nom)
const ou = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`FALSE` : sql`(${sql.join(conditions, sql` OR `)})`

const illisible = (colonne: Column): Sql =>
  peutEtreHorsListe(colonne)
    ? sql`coalesce(${type(colonne)} = ${HORS_LISTE}, FALSE)`
    : sql`(${brut(colonne)} IS NOT NULL AND ${type(colonne)} IS NULL)`

const vide = (colonne: Column): Sql => sql`${brut(colonne)} IS NULL`

const drapeaux = (part: Part): Sql =>
  part.texte === undefined
    ? sql`TRUE AS a_nettoyer, FALSE AS guillemets, rang, NULL::UBIGINT AS marque`
    : sql`a_nettoyer, guillemets, NULL::BIGINT AS rang, marque`

/** The texts of a part's cells, by column: trimmed, guards and empty words taken off, translated by the profile. */
const textesSql = (
  presentes: readonly Column[],
  part: Part,
  rangs: Correspondance['rangs'],
  valeurs: Readonly<Record<string, Traductions>>,
): Sql => {
  const largeur = part.intitules.length
  const rang = (c: Column) => (rangs.get(c.nom) ?? 0) + 1
  const pleins = presentes.flatMap((c) => motsPleinsDe(c.nom, valeurs[c.nom]).map((mot) => [rang(c), mot] as const))
  const noms = part.intitules.map((_, i) => presentes.find((c) => rang(c) === i + 1)?.nom ?? null)
  const lues = sql`SELECT champs, vide, ${drapeaux(part)} FROM (${part.relation})`
  const nettes = sql`SELECT rang, marque, vide, guillemets, a_nettoyer, len(champs) AS n,
    CASE WHEN a_nettoyer THEN ${viderMotsSql(nettoyerSql(sql`champs`), largeur, pleins)} ELSE champs END AS f FROM (${lues})`
  const mots = sql`list_filter(list_transform(f, lambda x, i: CASE WHEN x IS NULL THEN ${noms}[i] END), lambda x: x IS NOT NULL)`
  return sql`SELECT rang, marque, vide, guillemets, n,
    CASE WHEN n > ${largeur} THEN len(list_filter(f[${largeur} + 1:], lambda x: x <> '')) > 0 ELSE FALSE END AS deborde,
    CASE WHEN a_nettoyer THEN ${mots} END AS mots,
    ${sql.join(presentes.map((c) => sql`${traduireSql(sql`nullif(f[${rang(c)}], '')`, valeurs[c.nom])} AS ${brut(c)}`))} FROM (${nettes})`
}

/** The first reason to refuse a row of typed values. */
const raisonSql = (presentes: readonly Column[], largeur: number): Sql => {
  const { numero, dates, obligatoires, codes } = reglesDe(presentes)
  const codesPresents = presentes.filter((c) => c.type === 'code')
  const inconnus =
    codesPresents.length < 2
      ? sql`0`
      : sql.join(
          codesPresents.map((c) => sql`${illisible(c)}::INTEGER`),
          sql` + `,
        )
  const sansNumero = numero ? sql`${type(numero)} IS NULL` : sql`FALSE`
  return sql`CASE WHEN vide THEN ${AUCUNE_LIGNE}
    WHEN guillemets THEN 'GUILLEMETS'
    WHEN deborde THEN 'COLONNES'
    WHEN CASE WHEN n <> ${largeur} THEN ${inconnus} >= 2 ELSE FALSE END THEN 'COLONNES'
    WHEN CASE WHEN ${sansNumero} THEN ${numero ? precisionPerdueSql(brut(numero)) : sql`FALSE`} ELSE FALSE END THEN 'PRECISION_PERDUE'
    WHEN ${sansNumero} THEN 'NUMERO_UNIQUE_INVALIDE'
    WHEN ${ou(dates.map(illisible))} THEN 'DATE_INVALIDE'
    WHEN ${ou(obligatoires.map(vide))} THEN 'CHAMP_OBLIGATOIRE'
    WHEN ${ou(codes.map(illisible))} THEN 'CODE_INCONNU' END`
}

/** The rank from 1, among the columns present, of the first one that its row is refused for. */
const rangFautifSql = (presentes: readonly Column[]): Sql => {
  const { numero, dates, obligatoires, codes } = reglesDe(presentes)
  const rang = (c: Column) => sql`${presentes.indexOf(c) + 1}`
  const premier = (colonnes: readonly Column[], condition: (c: Column) => Sql) =>
    colonnes.length === 0
      ? sql`NULL`
      : sql`CASE ${sql.join(
          colonnes.map((c) => sql`WHEN ${condition(c)} THEN ${rang(c)}`),
          sql` `,
        )} END`
  return sql`CASE WHEN raison IS NOT NULL THEN CASE
    WHEN raison IN ('PRECISION_PERDUE', 'NUMERO_UNIQUE_INVALIDE') THEN ${numero ? rang(numero) : sql`NULL`}
    WHEN raison = 'DATE_INVALIDE' THEN ${premier(dates, illisible)}
    WHEN raison = 'CHAMP_OBLIGATOIRE' THEN ${premier(obligatoires, vide)}
    WHEN raison = 'CODE_INCONNU' THEN ${premier(codes, illisible)} END END`
}

/**
 * The SELECT that turns a part's fields into typed values, with the first reason to refuse the row and a bit a warning. What
 * tells more of a row is worked out only where it is refused or warned of: its column at fault, its unreadable values.
 */
export const verifierSql = (
  table: Table,
  part: Part,
  { rangs }: Correspondance,
  valeurs: Readonly<Record<string, Traductions>>,
): Sql => {
  const largeur = part.intitules.length
  const presentes = table.colonnes.filter((c) => rangs.has(c.nom))
  const { numero } = reglesDe(presentes)
  const avertissables = colonnesAvertissables(table)
  const types = sql`SELECT *, ${sql.join(table.colonnes.map((c) => sql`${rangs.has(c.nom) ? valeurSql(brut(c), c) : sql`NULL`}::${sql.raw(typeMoteur(c.type))} AS ${type(c)}`))}
    FROM (${textesSql(presentes, part, rangs, valeurs)})`
  const bits = avertissables.flatMap((c, bit) =>
    rangs.has(c.nom) ? [sql`CASE WHEN ${illisible(c)} THEN ${2 ** bit}::UBIGINT ELSE 0::UBIGINT END`] : [],
  )
  const raisonnees = sql`SELECT *, ${raisonSql(presentes, largeur)} AS raison,
    ${bits.length === 0 ? sql`0::UBIGINT` : sql.join(bits, sql` | `)} AS avertissements FROM (${types})`
  const reperees = sql`SELECT *, ${rangFautifSql(presentes)} AS rang_fautif FROM (${raisonnees})`
  const fautives = sql`SELECT *, CASE WHEN rang_fautif IS NOT NULL THEN [${sql.join(presentes.map(brut))}][rang_fautif] END AS texte_fautif FROM (${reperees})`
  const fautive = { colonnes: presentes, rang: sql`rang_fautif`, texte: sql`texte_fautif` }
  const aDire = avertissables.map((c) => (rangs.has(c.nom) && aTolerance(c) ? brut(c) : sql`NULL`))
  const inconnues = sql`CASE WHEN avertissements > 0 THEN [${sql.join(aDire)}] END`
  const repare = numero
    ? sql`CASE WHEN ${type(numero)} = ${brut(numero)} THEN FALSE ELSE coalesce(${type(numero)} <> ${majusculesSql(brut(numero))}, FALSE) END`
    : sql`FALSE`
  return sql`SELECT ${sql.join(table.colonnes.map(type))}, raison, ${nomFautifSql(fautive)} AS colonne,
    ${valeurFautiveSql(fautive)} AS valeur, ${formeFautiveSql(fautive)} AS forme, avertissements,
    ${avertissables.length === 0 ? sql`NULL` : inconnues}::VARCHAR[] AS inconnues, mots,
    n < ${largeur} AS completee, ${repare} AS repare, rang, marque FROM (${fautives})`
}
