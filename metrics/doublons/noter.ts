import { type RawBuilder, sql } from 'kysely'
import { COMPARAISONS } from './comparaisons.ts'
import type { Modele, NomLoi } from './modele.ts'
import { autresPersonnesSql, logHasardSql } from './rarete.ts'

const COMPARES = COMPARAISONS.map(({ code }) => code)
const CODES = [...COMPARES, 'face'] as const

const parNiveau = (code: string, valeurs: readonly number[]): RawBuilder<unknown> =>
  sql`CASE ${sql.ref(code)} ${sql.join(
    valeurs.map((p, niveau) => sql`WHEN ${niveau} THEN ${Math.log(Math.max(p, 1e-12))}::DOUBLE`),
    sql` `,
  )} ELSE 0 END`

const loiSql = (modele: Modele, loi: NomLoi, rang: number): RawBuilder<unknown> => {
  const code = COMPARES[rang]
  const valeurs = modele.lois[loi].valeurs[rang] ?? []
  if (code === undefined) return parNiveau('face', valeurs)
  const moyenne = parNiveau(code, valeurs)
  if (loi === 'u') return logHasardSql(code, valeurs, moyenne)
  return loi === 'f' ? sql`${moyenne} + coalesce(ln(${autresPersonnesSql(code)}), 0)` : moyenne
}

/** What a pair is explained best by. */
const CLE = sql`CASE WHEN face = 2 THEN 'CONJOINT' WHEN face = 1 THEN 'INVERSION'
  WHEN nom >= 4 AND prenom IN (4, 5) AND naissance = 5 THEN CASE WHEN ecrit_pareil THEN 'IDENTIQUE' ELSE 'GRAPHIE' END
  WHEN nom >= 2 AND prenom BETWEEN 2 AND 5 AND naissance = 5 THEN 'GRAPHIE'
  WHEN nom >= 3 AND prenom BETWEEN 3 AND 5 AND naissance IS NOT NULL THEN 'DATE'
  WHEN telephone >= 1 OR courriel >= 1 OR conjoint = 1 THEN 'CONTACT' ELSE 'GRAPHIE' END`

/**
 * The compared pairs with the probability of a duplicate, what explains it best, and its weights in bits: `depart` (how rare
 * duplicates are), `poids` (one a comparison, then how the identities face each other), `prudence` (what chance alone
 * overlooks: families, namesakes, shared contacts). They add up to the logarithm of the odds.
 */
export const noterSql = (comparees: RawBuilder<unknown>, modele: Modele): RawBuilder<unknown> => {
  const termes = (['m', 'u', 'f', 'h'] as const).flatMap((loi) =>
    CODES.map((code, rang) => ({ loi, rang, nom: `${loi}_${code}` }))
      .filter(({ rang }) => modele.classes.some(({ lois }) => lois[rang] === loi))
      .map(({ rang, nom }) => sql`${loiSql(modele, loi, rang)} AS ${sql.ref(nom)}`),
  )
  const classes = modele.classes.map(
    ({ nom, poids, lois }) =>
      sql`${Math.log(Math.max(poids, 1e-15))}::DOUBLE + ${sql.join(
        lois.map((loi, rang) => sql.ref(`${loi}_${CODES[rang]}`)),
        sql` + `,
      )} AS ${sql.ref(`l_${nom}`)}`,
  )
  const autres = modele.classes.slice(1).map(({ nom }) => sql`exp(least(${sql.ref(`l_${nom}`)} - l_doublon, 600))`)
  const poids = CODES.map((code) => sql`round((${sql.ref(`m_${code}`)} - ${sql.ref(`u_${code}`)}) / ln(2), 3)`)
  const hasard = modele.classes.at(-1)?.poids ?? 1
  const depart = Math.log2(Math.max(modele.classes[0]?.poids ?? 0, 1e-15) / Math.max(hasard, 1e-15))
  return sql`SELECT a, b, face, nom, prenom, naissance, telephone, courriel, code_postal, conjoint, probabilite, cle, depart, poids,
      round(-log2(contre) - depart - list_sum(poids), 3) AS prudence
    FROM (SELECT *, round(1 / (1 + contre), 9) AS probabilite, ${CLE} AS cle, ${depart}::DOUBLE AS depart, [${sql.join(poids)}]::DOUBLE[] AS poids
      FROM (SELECT *, ${sql.join(autres, sql` + `)} AS contre FROM (SELECT *, ${sql.join(classes)} FROM (SELECT *, ${sql.join(termes)} FROM ${comparees}))))`
}
