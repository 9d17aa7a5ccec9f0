import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { REUNIONS, REUNIONS_ACTES, REUNIONS_DECISIONS, REUNIONS_PRESENCES, REUNIONS_SUITES } from './table-agenda.ts'

export type ActeGarde = LigneEtat<typeof REUNIONS_ACTES>
export type PresenceGardee = LigneEtat<typeof REUNIONS_PRESENCES>
export type SuiteGardee = LigneEtat<typeof REUNIONS_SUITES>

export interface DecisionGardee extends LigneEtat<typeof REUNIONS_DECISIONS> {
  /** The oldest first. */
  readonly suites: readonly SuiteGardee[]
}

/** A meeting with all that was done of it, the oldest first. */
export interface ReunionGardee extends LigneEtat<typeof REUNIONS> {
  readonly actes: readonly ActeGarde[]
  readonly presences: readonly PresenceGardee[]
  readonly decisions: readonly DecisionGardee[]
}

/** The meetings of a territory, in the order they were typed. */
export const lireReunions = async (etat: BaseEtat, territoire: string): Promise<ReunionGardee[]> => {
  const reunions = await etat
    .selectFrom('reunions')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  const ids = reunions.map(({ id }) => id)
  if (ids.length === 0) return []
  const actes = await etat.selectFrom('reunions_actes').selectAll().where('reunion', 'in', ids).orderBy('id').execute()
  const presences = await etat
    .selectFrom('reunions_presences')
    .selectAll()
    .where('reunion', 'in', ids)
    .orderBy('id')
    .execute()
  const decisions = await etat
    .selectFrom('reunions_decisions')
    .selectAll()
    .where('reunion', 'in', ids)
    .orderBy('id')
    .execute()
  const suites = await etat.selectFrom('reunions_suites').selectAll().orderBy('id').execute()
  const parReunion = {
    actes: grouperPar(
      actes.map((ligne) => lireLigne(REUNIONS_ACTES, ligne)),
      ({ reunion }) => reunion,
    ),
    presences: grouperPar(
      presences.map((ligne) => lireLigne(REUNIONS_PRESENCES, ligne)),
      ({ reunion }) => reunion,
    ),
    decisions: grouperPar(
      decisions.map((ligne) => lireLigne(REUNIONS_DECISIONS, ligne)),
      ({ reunion }) => reunion,
    ),
    suites: grouperPar(
      suites.map((ligne) => lireLigne(REUNIONS_SUITES, ligne)),
      ({ decision }) => decision,
    ),
  }
  return reunions.map((ligne) => {
    const reunion = lireLigne(REUNIONS, ligne)
    return {
      ...reunion,
      actes: parReunion.actes.get(reunion.id) ?? [],
      presences: parReunion.presences.get(reunion.id) ?? [],
      decisions: (parReunion.decisions.get(reunion.id) ?? []).map((decision) => ({
        ...decision,
        suites: parReunion.suites.get(decision.id) ?? [],
      })),
    }
  })
}

export const ajouterReunion = async (
  etat: BaseEtat,
  reunion: Omit<LigneEtat<typeof REUNIONS>, 'id'>,
): Promise<number> => {
  const { id } = await etat
    .insertInto('reunions')
    .values(ecrireLigne(REUNIONS, reunion))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const ajouterActeDeReunion = async (etat: BaseEtat, acte: Omit<ActeGarde, 'id'>): Promise<void> => {
  await etat.insertInto('reunions_actes').values(ecrireLigne(REUNIONS_ACTES, acte)).execute()
}

export const ajouterPresences = async (
  etat: BaseEtat,
  presences: readonly Omit<PresenceGardee, 'id'>[],
): Promise<void> => {
  if (presences.length > 0)
    await etat
      .insertInto('reunions_presences')
      .values(presences.map((presence) => ecrireLigne(REUNIONS_PRESENCES, presence)))
      .execute()
}

export const ajouterDecision = async (
  etat: BaseEtat,
  decision: Omit<LigneEtat<typeof REUNIONS_DECISIONS>, 'id'>,
): Promise<void> => {
  await etat.insertInto('reunions_decisions').values(ecrireLigne(REUNIONS_DECISIONS, decision)).execute()
}

export const ajouterSuite = async (etat: BaseEtat, suite: Omit<SuiteGardee, 'id'>): Promise<void> => {
  await etat.insertInto('reunions_suites').values(ecrireLigne(REUNIONS_SUITES, suite)).execute()
}
