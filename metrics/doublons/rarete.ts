import { type RawBuilder, sql } from 'kysely'
import type { CodeComparaison } from './comparaisons.ts'

/** Spellings that one slip can make of a name. */
const GRAPHIES_VOISINES = 50
/** However common a name, chance does not make a slip of it more often. */
const HASARD_D_UNE_FAUTE = 0.3

interface Mesure {
  readonly niveau: number
  /** Share of the base that chance takes the value from, a column of the compared pairs. */
  readonly part: string
  /** Values that a slip may take for it. */
  readonly fois?: number
  /** How far below the level's own share a rare value may bring it. */
  readonly plancher: number
}

/** How a comparison's agreements are weighed by the frequency of their very value. */
interface Rarete {
  readonly mesures: readonly Mesure[]
  /** Column of the demandes that share the value: two of a place meet on it as often as there are others. */
  readonly personnes?: string
}

const nomme = (code: string): Rarete => ({
  mesures: [
    { niveau: 4, part: `part_${code}`, plancher: 0 },
    { niveau: 3, part: `part_${code}_rare`, fois: GRAPHIES_VOISINES, plancher: 0.1 },
    { niveau: 5, part: `part_${code}`, plancher: 1 },
  ],
})

const partage = (code: string, niveau: number): Rarete => ({
  mesures: [{ niveau, part: `part_${code}`, plancher: 1 }],
  personnes: `personnes_${code}`,
})

export const RARETES: Readonly<Record<CodeComparaison, Rarete>> = {
  nom: nomme('nom'),
  prenom: nomme('prenom'),
  naissance: { mesures: [{ niveau: 5, part: 'part_naissance', plancher: 1 }] },
  telephone: partage('telephone', 2),
  courriel: partage('courriel', 2),
  code_postal: { mesures: [{ niveau: 2, part: 'part_code_postal', plancher: 0 }] },
  conjoint: partage('conjoint', 1),
}

/** The share of the base that chance takes an agreement's value from; null where its level alone counts. */
export const partSql = (code: CodeComparaison): RawBuilder<unknown> =>
  sql`CASE ${sql.ref(code)} ${sql.join(
    RARETES[code].mesures.map(
      ({ niveau, part, fois = 1 }) => sql`WHEN ${niveau} THEN ${fois} * ${sql.ref(part)}::DOUBLE`,
    ),
    sql` `,
  )} END`

/** The demandes that share an agreement's value, but one; null where that is nothing to a place. */
export const autresPersonnesSql = (code: CodeComparaison): RawBuilder<unknown> => {
  const { mesures, personnes } = RARETES[code]
  const [accord] = mesures
  return personnes === undefined || accord === undefined
    ? sql`NULL::INTEGER`
    : sql`CASE WHEN ${sql.ref(code)} = ${accord.niveau} AND ${sql.ref(personnes)} > 2 THEN ${sql.ref(personnes)} - 1 END`
}

const plafondDe = ({ fois }: Mesure): number => (fois === undefined ? 1 : HASARD_D_UNE_FAUTE)

/** What chance makes of an agreement whose value has such a share, at a level whose own share is known. */
export const hasardDe = (code: CodeComparaison, niveau: number, part: number, moyenne: number): number => {
  const mesure = RARETES[code].mesures.find((m) => m.niveau === niveau)
  return mesure === undefined ? Number.NaN : Math.min(Math.max(part, mesure.plancher * moyenne), plafondDe(mesure))
}

/** The same logarithm, in the engine, where `part` is known; `sinon` elsewhere. */
export const logHasardSql = (
  code: CodeComparaison,
  moyennes: readonly number[],
  sinon: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const bornes = RARETES[code].mesures.map((mesure) => {
    const { niveau, plancher } = mesure
    return sql`WHEN ${niveau} THEN ln(least(greatest(${partSql(code)}, ${Math.max(plancher * (moyennes[niveau] ?? 0), 1e-12)}::DOUBLE), ${plafondDe(mesure)}::DOUBLE))`
  })
  return sql`CASE WHEN ${partSql(code)} IS NULL THEN ${sinon} ELSE CASE ${sql.ref(code)} ${sql.join(bornes, sql` `)} END END`
}
