import { type RawBuilder, sql } from 'kysely'
import { HORS_LISTE } from '../contract/codes.ts'
import type { Column, Table } from '../contract/column.ts'
import { typeMoteur } from '../contract/histoire.ts'
import { motsVidesDe } from '../contract/mots-vides.ts'
import type { Part } from '../read/part.ts'
import { majusculesSql } from '../socle/sql/majuscules.ts'
import { estMotVideSql, formeSql, nettoyerSql } from './cellules.ts'
import type { Correspondance } from './correspondance.ts'
import { AUCUNE_LIGNE, MASQUEE } from './raisons.ts'
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

/** Of the first column where a condition holds, what is asked. */
const premiere = (colonnes: readonly Column[], condition: (c: Column) => Sql, quoi: (c: Column) => Sql): Sql =>
  colonnes.length === 0
    ? sql`NULL`
    : sql`CASE ${sql.join(
        colonnes.map((c) => sql`WHEN ${condition(c)} THEN ${quoi(c)}`),
        sql` `,
      )} END`

type SorteDeValeur = 'numero' | 'exposant' | 'date' | 'code'

const MONTRABLES: Readonly<Record<SorteDeValeur, string>> = {
  numero: '[0-9A-Za-z]{16,20}',
  exposant: '[0-9]{1,20}([.,][0-9]{0,10})?([eE][+]?[0-9]{1,3})?',
  date: '[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}',
  // Letters by range: a Unicode class under a counted repetition takes tens of milliseconds to compile.
  code: "[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ _'’-]{0,39}",
}

/** What the sender may see again of a refused value: nothing that could be a name, a NIR or a formula. */
const montree = (colonne: Column, sorte: SorteDeValeur): Sql => {
  if (colonne.confidentialite !== undefined) return sql`${MASQUEE}`
  const t = brut(colonne)
  const assezDeChiffres = sorte === 'numero' ? sql` AND strlen(regexp_replace(${t}, '[^0-9]', '', 'g')) >= 9` : sql``
  return sql`CASE WHEN regexp_full_match(${t}, ${MONTRABLES[sorte]})${assezDeChiffres} THEN ${t} ELSE ${MASQUEE} END`
}

const drapeaux = (part: Part): Sql =>
  part.texte === undefined ? sql`TRUE AS a_nettoyer, FALSE AS guillemets` : sql`a_nettoyer, guillemets`

/** The SELECT that turns a part's fields into typed values, with the first reason to refuse the row and a bit a warning. */
export const verifierSql = (
  table: Table,
  part: Part,
  { rangs }: Correspondance,
  valeurs: Readonly<Record<string, Traductions>>,
): Sql => {
  const largeur = sql`${part.intitules.length}`
  const presentes = table.colonnes.filter((c) => rangs.has(c.nom))
  const { numero, dates, obligatoires, codes } = reglesDe(presentes)
  const avertissables = colonnesAvertissables(table)
  const cellule = (c: Column) => sql`f[${(rangs.get(c.nom) ?? 0) + 1}]`
  const motVide = (c: Column) => estMotVideSql(cellule(c), motsVidesDe(c.nom, valeurs[c.nom]))
  const texte = (c: Column) =>
    traduireSql(
      sql`CASE WHEN a_nettoyer THEN CASE WHEN ${motVide(c)} THEN NULL ELSE nullif(${cellule(c)}, '') END ELSE nullif(${cellule(c)}, '') END`,
      valeurs[c.nom],
    )

  const lues = sql`SELECT champs, vide, ${drapeaux(part)} FROM (${part.relation})`
  const nettes = sql`SELECT vide, guillemets, a_nettoyer, len(champs) AS n, CASE WHEN a_nettoyer THEN ${nettoyerSql(sql`champs`)} ELSE champs END AS f FROM (${lues})`
  const bruts = sql`SELECT vide, guillemets, n,
    CASE WHEN n > ${largeur} THEN len(list_filter(f[${largeur} + 1:], lambda x: x <> '')) > 0 ELSE FALSE END AS deborde,
    CASE WHEN a_nettoyer THEN list_filter([${sql.join(presentes.map((c) => sql`CASE WHEN ${motVide(c)} THEN ${c.nom} END`))}], lambda x: x IS NOT NULL) END AS mots,
    ${sql.join(presentes.map((c) => sql`${texte(c)} AS ${brut(c)}`))} FROM (${nettes})`
  const types = sql`SELECT *, ${sql.join(table.colonnes.map((c) => sql`${rangs.has(c.nom) ? valeurSql(brut(c), c) : sql`NULL`}::${sql.raw(typeMoteur(c.type))} AS ${type(c)}`))} FROM (${bruts})`

  const codesPresents = presentes.filter((c) => c.type === 'code')
  const inconnus =
    codesPresents.length < 2
      ? sql`0`
      : sql.join(
          codesPresents.map((c) => sql`${illisible(c)}::INTEGER`),
          sql` + `,
        )
  const sansNumero = numero ? sql`${type(numero)} IS NULL` : sql`FALSE`
  const raison = sql`CASE WHEN vide THEN ${AUCUNE_LIGNE}
    WHEN guillemets THEN 'GUILLEMETS'
    WHEN deborde THEN 'COLONNES'
    WHEN CASE WHEN n <> ${largeur} THEN ${inconnus} >= 2 ELSE FALSE END THEN 'COLONNES'
    WHEN CASE WHEN ${sansNumero} THEN ${numero ? precisionPerdueSql(brut(numero)) : sql`FALSE`} ELSE FALSE END THEN 'PRECISION_PERDUE'
    WHEN ${sansNumero} THEN 'NUMERO_UNIQUE_INVALIDE'
    WHEN ${ou(dates.map(illisible))} THEN 'DATE_INVALIDE'
    WHEN ${ou(obligatoires.map(vide))} THEN 'CHAMP_OBLIGATOIRE'
    WHEN ${ou(codes.map(illisible))} THEN 'CODE_INCONNU' END`
  const bits = avertissables.flatMap((c, bit) =>
    rangs.has(c.nom) ? [sql`CASE WHEN ${illisible(c)} THEN ${2 ** bit}::UBIGINT ELSE 0::UBIGINT END`] : [],
  )
  const raisonnees = sql`SELECT *, ${raison} AS raison,
    ${bits.length === 0 ? sql`0::UBIGINT` : sql.join(bits, sql` | `)} AS avertissements FROM (${types})`

  const fautive = (
    dUnNumero: (c: Column) => Sql,
    dUneDate: (c: Column) => Sql,
    deRien: (c: Column) => Sql,
    dUnCode: (c: Column) => Sql,
  ) =>
    sql`CASE raison
    WHEN 'PRECISION_PERDUE' THEN ${numero ? dUnNumero(numero) : sql`NULL`}
    WHEN 'NUMERO_UNIQUE_INVALIDE' THEN ${numero ? dUnNumero(numero) : sql`NULL`}
    WHEN 'DATE_INVALIDE' THEN ${premiere(dates, illisible, dUneDate)}
    WHEN 'CHAMP_OBLIGATOIRE' THEN ${premiere(obligatoires, vide, deRien)}
    WHEN 'CODE_INCONNU' THEN ${premiere(codes, illisible, dUnCode)} END`
  const nom = (c: Column): Sql => sql`${c.nom}`
  const forme = (c: Column): Sql => formeSql(brut(c))
  const rien = (): Sql => sql`NULL`
  const valeur = fautive(
    (c) => sql`CASE raison WHEN 'PRECISION_PERDUE' THEN ${montree(c, 'exposant')} ELSE ${montree(c, 'numero')} END`,
    (c) => montree(c, 'date'),
    rien,
    (c) => montree(c, 'code'),
  )
  const aDire = avertissables.filter((c) => rangs.has(c.nom) && aTolerance(c))
  const inconnues =
    aDire.length === 0
      ? sql`NULL::STRUCT(c VARCHAR, v VARCHAR)[]`
      : sql`CASE WHEN avertissements > 0 THEN list_filter([${sql.join(aDire.map((c) => sql`CASE WHEN ${illisible(c)} THEN {'c': ${c.nom}, 'v': ${brut(c)}} END`))}], lambda x: x IS NOT NULL) END`
  const repare = numero ? sql`coalesce(${type(numero)} <> ${majusculesSql(brut(numero))}, FALSE)` : sql`FALSE`
  return sql`SELECT ${sql.join(table.colonnes.map(type))}, raison, ${fautive(nom, nom, nom, nom)} AS colonne,
    CASE WHEN raison IN ('GUILLEMETS', 'COLONNES') THEN ${MASQUEE} ELSE ${valeur} END AS valeur,
    ${fautive(forme, forme, rien, forme)} AS forme, avertissements, ${inconnues} AS inconnues, mots,
    n < ${largeur} AS completee, ${repare} AS repare FROM (${raisonnees})`
}
