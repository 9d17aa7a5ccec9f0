import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { ACTIVITES, DROITS, DROITS_ACTES } from './table-activite.ts'

/** An entry of the journal of activity. */
export type Activite = LigneEtat<typeof ACTIVITES>

/** The entries of a territory, the oldest first, what was withdrawn included. */
export const lireActivites = async (etat: BaseEtat, territoire: string): Promise<Activite[]> => {
  const lignes = await etat
    .selectFrom('activites')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(ACTIVITES, ligne))
}

export const ajouterActivite = async (
  etat: BaseEtat,
  activite: Omit<Activite, 'id' | 'retire_par' | 'retire_le'>,
): Promise<void> => {
  await etat
    .insertInto('activites')
    .values(ecrireLigne(ACTIVITES, { ...activite, retire_par: null, retire_le: null }))
    .execute()
}

export type ActeDroitRange = LigneEtat<typeof DROITS_ACTES>

/** A request to exercise a right, with its history, the oldest first. */
export interface DroitGarde extends LigneEtat<typeof DROITS> {
  readonly actes: readonly ActeDroitRange[]
}

/** The requests of a territory, the oldest first. */
export const lireDroits = async (etat: BaseEtat, territoire: string): Promise<DroitGarde[]> => {
  const siennes = etat.selectFrom('droits').where('territoire', '=', territoire)
  const droits = await siennes.selectAll().orderBy('id').execute()
  const actes = await etat
    .selectFrom('droits_actes')
    .selectAll()
    .where('droit', 'in', siennes.select('id'))
    .orderBy('id')
    .execute()
  const parDroit = grouperPar(
    actes.map((acte) => lireLigne(DROITS_ACTES, acte)),
    ({ droit }) => droit,
  )
  return droits.map((ligne) => {
    const droit = lireLigne(DROITS, ligne)
    return { ...droit, actes: parDroit.get(droit.id) ?? [] }
  })
}

export const ajouterDroit = async (etat: BaseEtat, droit: Omit<LigneEtat<typeof DROITS>, 'id'>): Promise<number> => {
  const { id } = await etat
    .insertInto('droits')
    .values(ecrireLigne(DROITS, droit))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const ajouterActeDeDroit = async (etat: BaseEtat, acte: Omit<ActeDroitRange, 'id'>): Promise<void> => {
  await etat.insertInto('droits_actes').values(ecrireLigne(DROITS_ACTES, acte)).execute()
}
