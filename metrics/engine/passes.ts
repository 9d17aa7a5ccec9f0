import { type RawBuilder, sql } from 'kysely'
import { queryKey } from '../../ingest/socle/sql/query.ts'
import type { Indicateur } from '../indicateur.ts'
import type { Passe } from '../relations/relation.ts'
import { type Condition, colonne, constante, effectif, et, ou, premierConnu, repartition, type Terme } from '../sql.ts'
import { type Expressions, expressionsDe } from './condition.ts'
import type { Fait } from './fait.ts'
import { type MoisLu, periodeDe } from './mois-lu.ts'
import { contexteDe } from './population.ts'

interface Ligne {
  readonly indicateur: Indicateur
  readonly expressions: Expressions
  /** Prefix of its columns in the pass. */
  readonly prefixe: string
}

const flag = (ligne: Ligne, suffixe: string): Condition => colonne(`${ligne.prefixe}${suffixe}`) as Condition

/** The booleans and terms of each row, computed once. */
const brutesDe = (ligne: Ligne): RawBuilder<unknown>[] => {
  const { denominateur, numerateur, composantes, jours, ventilation } = ligne.expressions
  const nommer = (terme: Terme, suffixe: string) => sql`${terme} AS ${sql.ref(`${ligne.prefixe}${suffixe}`)}`
  return [
    nommer(denominateur, 'd'),
    ...(numerateur ? [nommer(numerateur, 'n')] : []),
    ...(jours ? [nommer(jours, 'j')] : []),
    ...(ventilation ? [nommer(ventilation, 'v')] : []),
    ...composantes.map(({ condition }, i) => nommer(condition, `c${i}`)),
  ]
}

/** The counts of each guichet. */
const comptesDe = (ligne: Ligne): RawBuilder<unknown>[] => {
  const { numerateur, composantes, jours, ventilation } = ligne.expressions
  const d = flag(ligne, 'd')
  const compte = numerateur ? et(d, flag(ligne, 'n')) : d
  const nommer = (terme: Terme, suffixe: string) => sql`${terme} AS ${sql.ref(`${ligne.prefixe}${suffixe}`)}`
  return [
    nommer(effectif(d), 'effectif'),
    ...(numerateur ? [nommer(effectif(compte), 'numerateur')] : []),
    ...(jours ? [nommer(repartition(flag(ligne, 'j'), d), 'jours')] : []),
    ...(ventilation ? [nommer(repartition(flag(ligne, 'v'), compte), 'details')] : []),
    ...composantes.map((_, i) => nommer(effectif(et(d, flag(ligne, `c${i}`))), `detail${i}`)),
  ]
}

const ecrite = (terme: Terme | null): string => (terme === null ? '' : queryKey(terme))

type Paires = readonly (readonly [string | number, number])[]

const lireFait = (ligne: Ligne, row: Readonly<Record<string, unknown>>): Fait | null => {
  const valeur = (suffixe: string) => row[`${ligne.prefixe}${suffixe}`]
  const { numerateur, composantes, jours, ventilation } = ligne.expressions
  const total = Number(valeur('effectif'))
  if (total === 0) return null
  const details =
    composantes.length > 0
      ? composantes.map(({ code }, i) => [code, Number(valeur(`detail${i}`))] as const)
      : ((valeur('details') ?? []) as Paires)
  return {
    indicateur: ligne.indicateur.code,
    cle: String(row.cle),
    effectif: total,
    numerateur: numerateur ? Number(valeur('numerateur')) : null,
    distribution: jours ? ((valeur('jours') ?? []) as Paires).map(([j, n]) => ({ valeur: Number(j), n })) : null,
    details:
      composantes.length > 0 || ventilation
        ? Object.fromEntries(details.filter(([, n]) => n > 0).map(([code, n]) => [String(code), n]))
        : null,
  }
}

/**
 * The scans of a month that count rows by guichet: as few as there are rows to read, days to look at and guichets to charge.
 * Scans that look at several kinds of days would read every row; those that look at one skip most.
 */
export const passesDe = (
  indicateurs: readonly Indicateur[],
  lu: MoisLu,
  lignesDe: (lu: MoisLu, indicateur: Indicateur) => RawBuilder<unknown>,
): Passe[] => {
  const c = contexteDe(lu)
  const groupes = new Map<string, { lignes: Ligne[]; relation: RawBuilder<unknown> }>()
  for (const [rang, indicateur] of indicateurs.entries()) {
    const expressions = expressionsDe(indicateur, c, lu.lacunes, periodeDe(lu))
    const relation = lignesDe(lu, indicateur)
    const cle = [relation, expressions.periode, expressions.guichet].map(ecrite).join(' ')
    const groupe = groupes.get(cle) ?? { lignes: [], relation }
    groupe.lignes.push({ indicateur, expressions, prefixe: `i${rang}_` })
    groupes.set(cle, groupe)
  }
  return [...groupes.values()].map(({ lignes, relation }) => {
    const guichet = lignes[0]?.expressions.guichet
    const cle = guichet ? premierConnu(guichet, constante('')) : constante('')
    return {
      requete: sql`SELECT cle, ${sql.join(lignes.flatMap(comptesDe))}
          FROM (SELECT ${cle} AS cle, ${sql.join(lignes.flatMap(brutesDe))} FROM ${relation})
          WHERE ${ou(...lignes.map((ligne) => flag(ligne, 'd')))} GROUP BY cle ORDER BY cle`,
      lire: (row) => lignes.flatMap((ligne) => lireFait(ligne, row) ?? []),
    }
  })
}
