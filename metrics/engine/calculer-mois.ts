import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { debutMois, finMois, type Jour } from '../../ingest/socle/jour.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Instantane } from '../../ingest/store/instantanes.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import type { Indicateur } from '../indicateur.ts'
import type { CodeIndicateur } from '../registry.ts'
import type { Motif } from '../resultat.ts'
import { extraireActes, lieuDe } from './actes.ts'
import { faitsBaux } from './baux.ts'
import { estComparable } from './clos.ts'
import type { Fait } from './fait.ts'
import { type Lacunes, motifNonMesurable } from './mesurable.ts'
import { passesDe, runPasses } from './passes.ts'
import type { Plan } from './plan.ts'

const videsDe = (instantanes: readonly Instantane[], date: Jour | null, prefixe: string): string[] =>
  (instantanes.find((instantane) => instantane.date === date)?.colonnes_vides ?? []).map((nom) => `${prefixe}${nom}`)

const avecSecret = (instantanes: readonly Instantane[], date: Jour | null): boolean =>
  instantanes.some((instantane) => instantane.date === date && !instantane.sans_secret)

/** What the snapshots of a month lack; one that cannot be compared any more is as good as absent. */
export const lacunesDe = (plan: Plan, instantanes: readonly Instantane[]): Lacunes => ({
  vides: new Set([
    ...videsDe(instantanes, plan.s, ''),
    ...videsDe(instantanes, plan.s0, 's0.'),
    ...videsDe(instantanes, plan.sMoins, 's_moins.'),
  ]),
  s0: plan.s0 !== null && estComparable(instantanes, plan.s0, plan.s),
  sMoins: plan.sMoins !== null && estComparable(instantanes, plan.sMoins, plan.s),
  cles: avecSecret(instantanes, plan.s),
  clesS0: avecSecret(instantanes, plan.s0),
})

/** Measures some indicators of a month: their facts, and why the others have none. */
export const mesurerFaits = async (
  connection: DuckDBConnection,
  territoire: string,
  plan: Plan,
  indicateurs: readonly Indicateur<CodeIndicateur>[],
  lacunes: Lacunes,
  dernier: Jour,
): Promise<{ faits: Fait[]; motifs: Record<string, Motif> }> => {
  const motifs: Record<string, Motif> = {}
  const mesurables = indicateurs.filter((indicateur) => {
    const motif = motifNonMesurable(indicateur, lacunes)
    if (motif !== null) motifs[indicateur.code] = motif
    return motif === null
  })
  const instantanes = { territoire, s: plan.s, s0: plan.s0, sMoins: plan.sMoins, dernier }
  const periode = { debut: debutMois(plan.mois), fin: finMois(plan.mois) }
  await extraireActes(connection, mesurables, instantanes, lacunes, periode)
  const faits = await runPasses(connection, passesDe(mesurables, instantanes, lacunes, periode, lieuDe))
  if (mesurables.some(({ relation }) => relation === 'baux'))
    faits.push(...(await faitsBaux(connection, plan.mois, instantanes)))
  return { faits, motifs }
}

/** The guichets that a snapshot's demandes or messages name, of persons or not. */
export const guichetsNommes = async (
  connection: DuckDBConnection,
  territoire: string,
  s: Jour,
  dernier: Jour,
): Promise<string[]> => {
  const situation = situationSql(territoire, s, dernier)
  const lignes = await runQuery<{ code: string }>(
    connection,
    sql`SELECT DISTINCT code FROM (
      SELECT unnest([guichet_enregistrement, guichet_renouvellement, guichet_modification, guichet_radiation]) AS code
        FROM (SELECT DISTINCT guichet_enregistrement, guichet_renouvellement, guichet_modification, guichet_radiation FROM ${situation})
      UNION SELECT unnest(guichets_flux) FROM instantanes WHERE territoire = ${sql.lit(territoire)} AND date = ${jourSql(s)}
    ) WHERE code IS NOT NULL ORDER BY code`,
  )
  return lignes.map(({ code }) => code)
}
