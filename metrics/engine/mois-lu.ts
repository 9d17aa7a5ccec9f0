import { debutMois, finMois, type Jour, type Mois } from '../../ingest/socle/jour.ts'
import type { Instantane } from '../../ingest/store/instantanes.ts'
import { estComparable } from './clos.ts'
import type { Lacunes } from './lacunes.ts'
import type { Plan } from './plan.ts'

/** The snapshots a month is computed from. */
export interface Instantanes {
  readonly territoire: string
  readonly s: Jour
  readonly s0: Jour | null
  readonly sMoins: Jour | null
  /** The territory's latest snapshot, which is also kept whole. */
  readonly dernier: Jour | null
}

/** A month as it is read: from which snapshots, and what they lack. */
export interface MoisLu extends Instantanes {
  readonly mois: Mois
  readonly lacunes: Lacunes
  /** What happened in it has been extracted, with what S0 showed of it. */
  readonly extrait?: true
}

const videsDe = (instantanes: readonly Instantane[], date: Jour | null, prefixe: string): string[] =>
  (instantanes.find((instantane) => instantane.date === date)?.colonnes_vides ?? []).map((nom) => `${prefixe}${nom}`)

const avecSecret = (instantanes: readonly Instantane[], date: Jour | null): boolean =>
  instantanes.some((instantane) => instantane.date === date && !instantane.sans_secret)

/** What the snapshots of a month lack; one that cannot be compared any more is as good as absent. */
export const lacunesDe = (plan: Omit<Plan, 'mois'>, instantanes: readonly Instantane[]): Lacunes => ({
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

/** A month read from the snapshots it was planned from, among all that are kept. */
export const moisLu = (territoire: string, plan: Plan, instantanes: readonly Instantane[]): MoisLu => ({
  territoire,
  mois: plan.mois,
  s: plan.s,
  s0: plan.s0,
  sMoins: plan.sMoins,
  dernier: instantanes.at(-1)?.date ?? null,
  lacunes: lacunesDe(plan, instantanes),
})

export const periodeDe = ({ mois }: MoisLu): { debut: Jour; fin: Jour } => ({
  debut: debutMois(mois),
  fin: finMois(mois),
})
