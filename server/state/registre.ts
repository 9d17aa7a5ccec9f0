import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { REGISTRE_ECARTS, SERVICES_CONFIRMATIONS, SERVICES_CONVENTIONS, SERVICES_FICHES } from './table-registre.ts'

export type FicheRangee = LigneEtat<typeof SERVICES_FICHES>
export type ActeDeConvention = LigneEtat<typeof SERVICES_CONVENTIONS>
export type ActeDeConfirmation = LigneEtat<typeof SERVICES_CONFIRMATIONS>
export type DecisionDEcart = LigneEtat<typeof REGISTRE_ECARTS>

/** All that the register of a territory holds, each list the oldest first. */
export interface RegistreRange {
  readonly fiches: readonly FicheRangee[]
  readonly conventions: readonly ActeDeConvention[]
  readonly confirmations: readonly ActeDeConfirmation[]
  readonly ecarts: readonly DecisionDEcart[]
}

export const lireRegistre = async (etat: BaseEtat, territoire: string): Promise<RegistreRange> => {
  const [fiches, conventions, confirmations, ecarts] = [
    await etat.selectFrom('services_fiches').selectAll().where('territoire', '=', territoire).orderBy('id').execute(),
    await etat
      .selectFrom('services_conventions')
      .selectAll()
      .where('territoire', '=', territoire)
      .orderBy('id')
      .execute(),
    await etat
      .selectFrom('services_confirmations')
      .selectAll()
      .where('territoire', '=', territoire)
      .orderBy('id')
      .execute(),
    await etat.selectFrom('registre_ecarts').selectAll().where('territoire', '=', territoire).orderBy('id').execute(),
  ]
  return {
    fiches: fiches.map((ligne) => lireLigne(SERVICES_FICHES, ligne)),
    conventions: conventions.map((ligne) => lireLigne(SERVICES_CONVENTIONS, ligne)),
    confirmations: confirmations.map((ligne) => lireLigne(SERVICES_CONFIRMATIONS, ligne)),
    ecarts: ecarts.map((ligne) => lireLigne(REGISTRE_ECARTS, ligne)),
  }
}

export const ajouterFiche = async (etat: BaseEtat, fiche: Omit<FicheRangee, 'id'>): Promise<void> => {
  await etat.insertInto('services_fiches').values(ecrireLigne(SERVICES_FICHES, fiche)).execute()
}

export const ajouterActeDeConvention = async (etat: BaseEtat, acte: Omit<ActeDeConvention, 'id'>): Promise<void> => {
  await etat.insertInto('services_conventions').values(ecrireLigne(SERVICES_CONVENTIONS, acte)).execute()
}

export const ajouterActeDeConfirmation = async (
  etat: BaseEtat,
  acte: Omit<ActeDeConfirmation, 'id'>,
): Promise<void> => {
  await etat.insertInto('services_confirmations').values(ecrireLigne(SERVICES_CONFIRMATIONS, acte)).execute()
}

export const ajouterDecisionDEcart = async (etat: BaseEtat, decision: Omit<DecisionDEcart, 'id'>): Promise<void> => {
  await etat.insertInto('registre_ecarts').values(ecrireLigne(REGISTRE_ECARTS, decision)).execute()
}
