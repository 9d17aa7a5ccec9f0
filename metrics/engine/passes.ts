import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { queryKey, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Indicateur, Relation } from '../indicateur.ts'
import type { CodeIndicateur } from '../registry.ts'
import { type Condition, colonne, constante, effectif, et, ou, premierConnu, repartition, type Terme } from '../sql.ts'
import { type Expressions, expressionsDe } from './condition.ts'
import type { Fait } from './fait.ts'
import type { Lacunes } from './mesurable.ts'
import { contexteDe, type Instantanes, type Lieu, relationSql } from './source.ts'

interface Ligne {
  readonly indicateur: Indicateur<CodeIndicateur>
  readonly expressions: Expressions
  /** Prefix of its columns in the pass. */
  readonly prefixe: string
}

/** One scan: the indicators that read the same relation and charge the same guichet. */
export interface Passe {
  readonly lignes: readonly Ligne[]
  readonly requete: RawBuilder<unknown>
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

/**
 * The scans of a month: as few as there are relations, days to look at and guichets to charge. Scans that look at several
 * kinds of days would read every row; those that look at one skip most.
 */
export const passesDe = (
  indicateurs: readonly Indicateur<CodeIndicateur>[],
  instantanes: Instantanes,
  lacunes: Lacunes,
  periode: { debut: Jour; fin: Jour },
  lieuDe: (indicateur: Indicateur) => Lieu,
): Passe[] => {
  const c = contexteDe(instantanes)
  const groupes = new Map<string, Ligne[]>()
  for (const [rang, indicateur] of indicateurs.entries()) {
    if (indicateur.relation === 'baux') continue
    const expressions = expressionsDe(indicateur, c, lacunes, periode)
    const cle = [
      indicateur.relation,
      lieuDe(indicateur),
      ecrite(expressions.periode),
      ecrite(expressions.guichet),
    ].join(' ')
    groupes.set(cle, [...(groupes.get(cle) ?? []), { indicateur, expressions, prefixe: `i${rang}_` }])
  }
  return [...groupes.values()].flatMap((lignes) => {
    const [premiere] = lignes
    if (premiere === undefined) return []
    const relation = premiere.indicateur.relation as Exclude<Relation, 'baux'>
    const guichet = premiere.expressions.guichet
    const cle = guichet ? premierConnu(guichet, constante('')) : constante('')
    return [
      {
        lignes,
        requete: sql`SELECT cle, ${sql.join(lignes.flatMap(comptesDe))}
          FROM (SELECT ${cle} AS cle, ${sql.join(lignes.flatMap(brutesDe))} FROM ${relationSql(relation, instantanes, lieuDe(premiere.indicateur))})
          WHERE ${ou(...lignes.map((ligne) => flag(ligne, 'd')))} GROUP BY cle ORDER BY cle`,
      },
    ]
  })
}

type Paires = readonly (readonly [string | number, number])[]

const lireFait = (ligne: Ligne, row: Readonly<Record<string, unknown>>): Fait | null => {
  const valeur = (suffixe: string) => row[`${ligne.prefixe}${suffixe}`]
  const { numerateur, composantes, jours, ventilation } = ligne.expressions
  const total = Number(valeur('effectif') ?? 0)
  if (total === 0) return null
  const details =
    composantes.length > 0
      ? composantes.map(({ code }, i) => [code, Number(valeur(`detail${i}`) ?? 0)] as const)
      : ((valeur('details') ?? []) as Paires)
  return {
    indicateur: ligne.indicateur.code,
    cle: String(row.cle),
    effectif: total,
    numerateur: numerateur ? Number(valeur('numerateur') ?? 0) : null,
    distribution: jours ? ((valeur('jours') ?? []) as Paires).map(([j, n]) => ({ valeur: Number(j), n })) : null,
    details:
      composantes.length > 0 || ventilation
        ? Object.fromEntries(details.filter(([, n]) => n > 0).map(([code, n]) => [String(code), n]))
        : null,
  }
}

/** Runs the scans and reads what they give, key by key. */
export const runPasses = async (connection: DuckDBConnection, passes: readonly Passe[]): Promise<Fait[]> => {
  const faits: Fait[] = []
  for (const { lignes, requete } of passes)
    for (const row of await runQuery(connection, requete))
      for (const ligne of lignes) {
        const fait = lireFait(ligne, row)
        if (fait !== null) faits.push(fait)
      }
  return faits
}
