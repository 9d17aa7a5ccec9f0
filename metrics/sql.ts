import { type RawBuilder, sql } from 'kysely'
import type { Regle } from '../ingest/socle/regles/regle.ts'

/** The vocabulary indicators are written in. Only this module knows how the engine spells it. */

export type Terme = RawBuilder<unknown>
export type Condition = RawBuilder<boolean>

export const colonne = (nom: string): Terme => sql.ref(nom)

export const constante = (valeur: string | number | boolean): Terme => sql`${valeur}`

export const jamais: Condition = sql`FALSE`

export const et = (...conditions: readonly Condition[]): Condition => sql`(${sql.join(conditions, sql` AND `)})`

export const ou = (...conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? jamais : sql`(${sql.join(conditions, sql` OR `)})`

/** True where the condition is false or unknown. */
export const non = (condition: Condition): Condition => sql`(${condition}) IS NOT TRUE`

export const connu = (terme: Terme): Condition => sql`${terme} IS NOT NULL`

export const inconnu = (terme: Terme): Condition => sql`${terme} IS NULL`

export const vrai = (terme: Terme): Condition => sql`${terme} IS TRUE`

export const egal = (a: Terme, b: Terme): Condition => sql`${a} = ${b}`

/** Different, where a null and a value differ too. */
export const distinct = (a: Terme, b: Terme): Condition => sql`${a} IS DISTINCT FROM ${b}`

/** Different, false where one is unknown. */
export const different = (a: Terme, b: Terme): Condition => sql`${a} <> ${b}`

export const inferieur = (a: Terme, b: Terme): Condition => sql`${a} < ${b}`

export const superieur = (a: Terme, b: Terme): Condition => sql`${a} > ${b}`

export const auPlusTard = (a: Terme, b: Terme): Condition => sql`${a} <= ${b}`

export const auMoins = (a: Terme, b: Terme): Condition => sql`${a} >= ${b}`

export const parmi = (terme: Terme, valeurs: readonly string[]): Condition =>
  ou(...valeurs.map((valeur) => egal(terme, constante(valeur))))

export const entre = (terme: Terme, debut: Terme, fin: Terme): Condition => sql`${terme} BETWEEN ${debut} AND ${fin}`

/** The number a rule sets on a day; what is older than its first text is judged by it. */
export const enVigueur = ([premiere, ...suivantes]: Regle, jour: Terme): Terme =>
  suivantes.length === 0
    ? constante(premiere.valeur)
    : selon(
        suivantes
          .toReversed()
          .map(
            ({ depuis, valeur }) =>
              [auMoins(jour, sql`CAST(${constante(depuis)} AS DATE)`), constante(valeur)] as const,
          ),
        constante(premiere.valeur),
      )

/** As many calendar months later as a rule sets on that day, the day cut to the month's last. */
export const moisApres = (jour: Terme, regle: Regle): Terme =>
  sql`CAST(${jour} + INTERVAL (${enVigueur(regle, jour)}) MONTH AS DATE)`

/** As many calendar months earlier as a rule sets on that day. */
export const moisAvant = (jour: Terme, regle: Regle): Terme =>
  sql`CAST(${jour} + INTERVAL (-${enVigueur(regle, jour)}) MONTH AS DATE)`

/** As many days later as a rule sets on that day. */
export const joursApres = (jour: Terme, regle: Regle): Terme =>
  sql`CAST(${jour} + INTERVAL (${enVigueur(regle, jour)}) DAY AS DATE)`

/** Whole days from the first to the second. */
export const joursEntre = (debut: Terme, fin: Terme): Terme => sql`datediff('day', ${debut}, ${fin})`

/** The latest of days, unknown ones left aside. */
export const dernier = (...jours: readonly Terme[]): Terme => sql`greatest(${sql.join(jours)})`

export const premierConnu = (...termes: readonly Terme[]): Terme => sql`coalesce(${sql.join(termes)})`

/** The value of the first condition that holds, else the last one. */
export const selon = (cas: readonly (readonly [Condition, Terme])[], sinon: Terme): Terme =>
  sql`CASE ${sql.join(
    cas.map(([condition, valeur]) => sql`WHEN ${condition} THEN ${valeur}`),
    sql` `,
  )} ELSE ${sql`${sinon}`} END`

/** `MMAA` of a day, as a numéro unique spells it. */
export const moisAnnee = (jour: Terme): Terme => sql`strftime(${jour}, '%m%y')`

/** `AAAA-MM` of a day. */
export const moisCalendaire = (jour: Terme): Terme => sql`strftime(${jour}, '%Y-%m')`

export const extrait = (texte: Terme, debut: number, longueur: number): Terme =>
  sql`substr(${texte}, ${debut}, ${longueur})`

/** Nine digits. */
export const estSiren = (texte: Terme): Condition => sql`regexp_full_match(${texte}, '[0-9]{9}')`

export const effectif = (condition: Condition): Terme => sql`count(*) FILTER (${condition})`

/** How many times each value of a term is met, as pairs. */
export const repartition = (terme: Terme, condition: Condition): Terme => sql`histogram(${terme}) FILTER (${condition})`
