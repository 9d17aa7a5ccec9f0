import type { Jour } from '../../ingest/socle/jour.ts'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import type { Composante, Contexte, Indicateur } from '../indicateur.ts'
import { type Condition, constante, entre, et, non, ou, type Terme, vrai } from '../sql.ts'
import type { Lacunes } from './lacunes.ts'
import { verifiables } from './mesurable.ts'

/** An indicator's expressions for one month, ready to be counted or listed. */
export interface Expressions {
  readonly denominateur: Condition
  /** The part of the denominator that says which days; null where any day will do. */
  readonly periode: Condition | null
  /** Null for counts and delays. */
  readonly numerateur: Condition | null
  readonly composantes: readonly { readonly code: string; readonly condition: Condition }[]
  readonly jours: Terme | null
  readonly ventilation: Terme | null
  readonly guichet: Terme | null
}

const any = (composantes: readonly Composante[], c: Contexte): Condition =>
  ou(...composantes.map(({ condition }) => condition(c)))

/** What makes a row count in the numerator, given what the snapshots lack. */
const numerateurDe = (indicateur: Indicateur, c: Contexte, lacunes: Lacunes): Condition | null => {
  if (indicateur.composantes)
    return any(
      verifiables(indicateur.composantes, lacunes).filter(({ aVerifier }) => !aVerifier),
      c,
    )
  if (indicateur.aucuneDe) return non(any(verifiables(indicateur.aucuneDe, lacunes), c))
  return indicateur.numerateur?.(c) ?? null
}

export const expressionsDe = (
  indicateur: Indicateur,
  c: Contexte,
  lacunes: Lacunes,
  periode: { debut: Jour; fin: Jour },
): Expressions => {
  const dansPeriode = indicateur.date ? entre(indicateur.date(c), jourSql(periode.debut), jourSql(periode.fin)) : null
  const conditions = [dansPeriode, indicateur.population?.(c)].filter((condition) => condition != null)
  return {
    denominateur: conditions.length === 0 ? vrai(constante(true)) : et(...conditions),
    periode: dansPeriode,
    numerateur: numerateurDe(indicateur, c, lacunes),
    composantes: verifiables(indicateur.composantes ?? [], lacunes).map(({ code, condition }) => ({
      code,
      condition: condition(c),
    })),
    jours: indicateur.jours?.(c) ?? null,
    ventilation: indicateur.ventilation?.(c) ?? null,
    guichet: indicateur.guichet?.(c) ?? null,
  }
}
