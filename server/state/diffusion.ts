import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { DIFFUSION_DESTINATAIRES, DIFFUSION_ENVOIS, DIFFUSION_TENTATIVES, PREPARATIONS } from './table-diffusion.ts'

export type DestinataireGarde = LigneEtat<typeof DIFFUSION_DESTINATAIRES>
export type TentativeGardee = LigneEtat<typeof DIFFUSION_TENTATIVES>
export type NouvelEnvoi = Omit<LigneEtat<typeof DIFFUSION_ENVOIS>, 'id'>

/** A message with all that happened of it, the oldest first. */
export interface EnvoiGarde extends LigneEtat<typeof DIFFUSION_ENVOIS> {
  readonly tentatives: readonly TentativeGardee[]
}

/** Who the lists of a territory send to, in the order they were typed. */
export const listerDestinataires = async (etat: BaseEtat, territoire: string): Promise<DestinataireGarde[]> => {
  const lignes = await etat
    .selectFrom('diffusion_destinataires')
    .selectAll()
    .where('territoire', '=', territoire)
    .where('retire_le', 'is', null)
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(DIFFUSION_DESTINATAIRES, ligne))
}

export const ajouterDestinataire = async (
  etat: BaseEtat,
  destinataire: Omit<DestinataireGarde, 'id' | 'retire_par' | 'retire_le'>,
): Promise<void> => {
  await etat
    .insertInto('diffusion_destinataires')
    .values(ecrireLigne(DIFFUSION_DESTINATAIRES, { ...destinataire, retire_par: null, retire_le: null }))
    .execute()
}

const avecTentatives = async (etat: BaseEtat, lignes: readonly CellulesDe<typeof DIFFUSION_ENVOIS>[]) => {
  const envois = lignes.map((ligne) => lireLigne(DIFFUSION_ENVOIS, ligne))
  if (envois.length === 0) return []
  const ids = envois.map(({ id }) => id)
  const tentatives = await etat
    .selectFrom('diffusion_tentatives')
    .selectAll()
    .where('envoi', 'in', ids)
    .orderBy('id')
    .execute()
  const par = grouperPar(
    tentatives.map((ligne) => lireLigne(DIFFUSION_TENTATIVES, ligne)),
    ({ envoi }) => envoi,
  )
  return envois.map((envoi): EnvoiGarde => ({ ...envoi, tentatives: par.get(envoi.id) ?? [] }))
}

/** The messages of a territory, the oldest first. */
export const listerEnvois = async (etat: BaseEtat, territoire: string): Promise<EnvoiGarde[]> =>
  avecTentatives(
    etat,
    await etat.selectFrom('diffusion_envois').selectAll().where('territoire', '=', territoire).orderBy('id').execute(),
  )

/** The messages of every territory that may still be to send: those whose last word is not an end. */
export const listerEnvoisEnSuspens = async (etat: BaseEtat): Promise<EnvoiGarde[]> => {
  const tous = await etat
    .selectFrom('diffusion_envois')
    .selectAll()
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('diffusion_tentatives')
            .select('diffusion_tentatives.id')
            .whereRef('diffusion_tentatives.envoi', '=', 'diffusion_envois.id')
            .where('diffusion_tentatives.issue', 'in', ['PARTIE', 'DEPOSEE']),
        ),
      ),
    )
    .orderBy('id')
    .execute()
  return avecTentatives(etat, tous)
}

/** Adds the messages that are not there yet: each thing goes once to each address. Gives how many were. */
export const ajouterEnvois = async (etat: BaseEtat, envois: readonly NouvelEnvoi[]): Promise<number> => {
  let ajoutes = 0
  for (const envoi of envois) {
    const { numInsertedOrUpdatedRows } = await etat
      .insertInto('diffusion_envois')
      .values(ecrireLigne(DIFFUSION_ENVOIS, envoi))
      .onConflict((conflit) => conflit.columns(['territoire', 'cle', 'courriel']).doNothing())
      .executeTakeFirstOrThrow()
    ajoutes += Number(numInsertedOrUpdatedRows ?? 0n)
  }
  return ajoutes
}

/** Adds what happened of a message. */
export const noterTentative = async (etat: BaseEtat, tentative: Omit<TentativeGardee, 'id'>): Promise<void> => {
  await etat.insertInto('diffusion_tentatives').values(ecrireLigne(DIFFUSION_TENTATIVES, tentative)).execute()
}

/** Whether something is still to be prepared, which it then is no more. */
export const retenirPreparation = async (
  etat: BaseEtat,
  preparation: Omit<LigneEtat<typeof PREPARATIONS>, 'id'>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await etat
    .insertInto('preparations')
    .values(ecrireLigne(PREPARATIONS, preparation))
    .onConflict((conflit) => conflit.columns(['territoire', 'quoi', 'periode']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0n) > 0
}
