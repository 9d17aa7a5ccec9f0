import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { HABILITATIONS, HABILITATIONS_ACTES } from './table-habilitations.ts'

export type ActeHabilitationRange = LigneEtat<typeof HABILITATIONS_ACTES>

export type NouvelActe = Omit<ActeHabilitationRange, 'id' | 'habilitation'>

export type NouvelleHabilitation = Omit<LigneEtat<typeof HABILITATIONS>, 'id'>

/** An access with its history, the oldest first. */
export interface HabilitationGardee extends LigneEtat<typeof HABILITATIONS> {
  readonly actes: readonly ActeHabilitationRange[]
}

const lire = async (etat: BaseEtat, territoire: string, seule: number | null): Promise<HabilitationGardee[]> => {
  const duTerritoire = etat.selectFrom('habilitations').where('territoire', '=', territoire)
  const siennes = seule === null ? duTerritoire : duTerritoire.where('id', '=', seule)
  const habilitations = await siennes.selectAll().orderBy('id').execute()
  const actes = await etat
    .selectFrom('habilitations_actes')
    .selectAll()
    .where('habilitation', 'in', siennes.select('id'))
    .orderBy('id')
    .execute()
  const parHabilitation = grouperPar(
    actes.map((acte) => lireLigne(HABILITATIONS_ACTES, acte)),
    ({ habilitation }) => habilitation,
  )
  return habilitations.map((ligne) => {
    const habilitation = lireLigne(HABILITATIONS, ligne)
    return { ...habilitation, actes: parHabilitation.get(habilitation.id) ?? [] }
  })
}

/** Every access of a territory, the oldest first, whoever may see it: `acces/habilitations.ts` says who does. */
export const lireHabilitations = (etat: BaseEtat, territoire: string): Promise<HabilitationGardee[]> =>
  lire(etat, territoire, null)

/** One access of a territory; undefined where it has none such. */
export const trouverHabilitation = async (
  etat: BaseEtat,
  territoire: string,
  id: number,
): Promise<HabilitationGardee | undefined> => (await lire(etat, territoire, id))[0]

export const ajouterActeDHabilitation = async (
  etat: BaseEtat,
  habilitation: number,
  acte: NouvelActe,
): Promise<void> => {
  await etat
    .insertInto('habilitations_actes')
    .values(ecrireLigne(HABILITATIONS_ACTES, { ...acte, habilitation }))
    .execute()
}

/** Writes an access with its opening; gives its number. */
export const ajouterHabilitation = async (
  etat: BaseEtat,
  habilitation: NouvelleHabilitation,
  ouverture: NouvelActe,
): Promise<number> => {
  const { id } = await etat
    .insertInto('habilitations')
    .values(ecrireLigne(HABILITATIONS, habilitation))
    .returning('id')
    .executeTakeFirstOrThrow()
  await ajouterActeDHabilitation(etat, id, ouverture)
  return id
}

/** Erases accesses with their history and what reviews said of them. */
export const effacerHabilitations = async (etat: BaseEtat, ids: readonly number[]): Promise<void> => {
  for (const id of ids) await etat.deleteFrom('habilitations').where('id', '=', id).execute()
}
