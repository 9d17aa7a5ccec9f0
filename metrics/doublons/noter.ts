import { type RawBuilder, sql } from 'kysely'
import { COMPARAISONS } from './comparaisons.ts'
import { GRAPHIES_VOISINES, type Modele } from './modele.ts'

const CODES = [...COMPARAISONS.map(({ code }) => code as string), 'face']

const parNiveau = (code: string, valeurs: readonly number[]): RawBuilder<unknown> =>
  sql`CASE ${sql.ref(code)} ${sql.join(
    valeurs.map((p, niveau) => sql`WHEN ${sql.lit(niveau)} THEN ${sql.lit(Math.log(Math.max(p, 1e-12)))}::DOUBLE`),
    sql` `,
  )} ELSE 0 END`

const hasardNom = (code: string, valeurs: readonly number[]): RawBuilder<unknown> =>
  sql`CASE ${sql.ref(code)} WHEN 4 THEN ln(${sql.ref(`part_${code}`)}::DOUBLE)
    WHEN 3 THEN ln(least(greatest(${sql.lit(GRAPHIES_VOISINES)} * ${sql.ref(`part_${code}_rare`)}::DOUBLE, ${sql.lit((valeurs[3] ?? 0) / 10)}), 0.3))
    ELSE ${parNiveau(code, valeurs)} END`

const loiSql = (modele: Modele, loi: 'm' | 'u' | 'f' | 'h', rang: number): RawBuilder<unknown> => {
  const code = CODES[rang] ?? ''
  const valeurs = modele.lois[loi].valeurs[rang] ?? []
  return loi === 'u' && (code === 'nom' || code === 'prenom') ? hasardNom(code, valeurs) : parNiveau(code, valeurs)
}

/** The compared pairs with the natural logarithms of their kinds' likelihoods, and the probability of a duplicate. */
export const noterSql = (comparees: RawBuilder<unknown>, modele: Modele): RawBuilder<unknown> => {
  const termes = (['m', 'u', 'f', 'h'] as const).flatMap((loi) =>
    CODES.map((code, rang) => ({ loi, rang, nom: `${loi}_${code}` }))
      .filter(({ rang }) => modele.classes.some(({ lois }) => lois[rang] === loi))
      .map(({ rang, nom }) => sql`${loiSql(modele, loi, rang)} AS ${sql.ref(nom)}`),
  )
  const classes = modele.classes.map(
    ({ nom, poids, lois }) =>
      sql`${sql.lit(Math.log(Math.max(poids, 1e-15)))}::DOUBLE + ${sql.join(lois.map((loi, rang) => sql.ref(`${loi}_${CODES[rang]}`)), sql` + `)} AS ${sql.ref(`l_${nom}`)}`,
  )
  const autres = modele.classes.slice(1).map(({ nom }) => sql`exp(least(${sql.ref(`l_${nom}`)} - l_doublon, 700))`)
  return sql`SELECT *, 1 / (1 + ${sql.join(autres, sql` + `)}) AS probabilite FROM (SELECT *, ${sql.join(classes)} FROM (SELECT *, ${sql.join(termes)} FROM ${comparees}))`
}
