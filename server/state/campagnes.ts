import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import {
  CAMPAGNES,
  CAMPAGNES_ACTES,
  CAMPAGNES_LIGNES,
  CAMPAGNES_REPONSES,
  CAMPAGNES_SERVICES,
} from './table-campagnes.ts'

export type ActeCampagneRange = LigneEtat<typeof CAMPAGNES_ACTES>
export type ActeReponseRange = LigneEtat<typeof CAMPAGNES_REPONSES>
export type LigneRepondue = LigneEtat<typeof CAMPAGNES_LIGNES>

/** What a review asks of a service, with what was done of it and what it says of its agents, the oldest first. */
export interface DemandeGardee extends LigneEtat<typeof CAMPAGNES_SERVICES> {
  readonly actes: readonly ActeReponseRange[]
  readonly lignes: readonly LigneRepondue[]
}

/** A review, with what was done of it, the oldest first, and the services that it asks. */
export interface CampagneGardee extends LigneEtat<typeof CAMPAGNES> {
  readonly actes: readonly ActeCampagneRange[]
  readonly demandes: readonly DemandeGardee[]
}

/** The reviews of a territory, the oldest first. */
export const lireCampagnes = async (etat: BaseEtat, territoire: string): Promise<CampagneGardee[]> => {
  const siennes = etat.selectFrom('campagnes').where('territoire', '=', territoire)
  const campagnes = await siennes.selectAll().orderBy('id').execute()
  if (campagnes.length === 0) return []
  const deCampagne = (table: 'campagnes_actes' | 'campagnes_services') =>
    etat.selectFrom(table).where('campagne', 'in', siennes.select('campagnes.id'))
  const actes = await deCampagne('campagnes_actes').selectAll('campagnes_actes').orderBy('id').execute()
  const demandes = await deCampagne('campagnes_services').selectAll('campagnes_services').orderBy('id').execute()
  const ids = demandes.map(({ id }) => id)
  const reponses = await etat
    .selectFrom('campagnes_reponses')
    .selectAll()
    .where('demande', 'in', ids)
    .orderBy('id')
    .execute()
  const lignes = await etat
    .selectFrom('campagnes_lignes')
    .selectAll()
    .where('demande', 'in', ids)
    .orderBy('id')
    .execute()
  const parDemande = {
    actes: grouperPar(
      reponses.map((ligne) => lireLigne(CAMPAGNES_REPONSES, ligne)),
      ({ demande }) => demande,
    ),
    lignes: grouperPar(
      lignes.map((ligne) => lireLigne(CAMPAGNES_LIGNES, ligne)),
      ({ demande }) => demande,
    ),
  }
  return campagnes.map((ligne) => {
    const campagne = lireLigne(CAMPAGNES, ligne)
    return {
      ...campagne,
      actes: actes.filter((acte) => acte.campagne === campagne.id).map((acte) => lireLigne(CAMPAGNES_ACTES, acte)),
      demandes: demandes
        .filter((demande) => demande.campagne === campagne.id)
        .map((demande) => ({
          ...lireLigne(CAMPAGNES_SERVICES, demande),
          actes: parDemande.actes.get(demande.id) ?? [],
          lignes: parDemande.lignes.get(demande.id) ?? [],
        })),
    }
  })
}

export const ajouterCampagne = async (
  etat: BaseEtat,
  campagne: Omit<LigneEtat<typeof CAMPAGNES>, 'id'>,
): Promise<number> => {
  const { id } = await etat
    .insertInto('campagnes')
    .values(ecrireLigne(CAMPAGNES, campagne))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const ajouterActeDeCampagne = async (etat: BaseEtat, acte: Omit<ActeCampagneRange, 'id'>): Promise<void> => {
  await etat.insertInto('campagnes_actes').values(ecrireLigne(CAMPAGNES_ACTES, acte)).execute()
}

/** Puts a service among those that a review asks; gives the number of what is asked of it. */
export const ajouterDemande = async (
  etat: BaseEtat,
  demande: Omit<LigneEtat<typeof CAMPAGNES_SERVICES>, 'id'>,
): Promise<number> => {
  const { id } = await etat
    .insertInto('campagnes_services')
    .values(ecrireLigne(CAMPAGNES_SERVICES, demande))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const ajouterActeDeReponse = async (etat: BaseEtat, acte: Omit<ActeReponseRange, 'id'>): Promise<void> => {
  await etat.insertInto('campagnes_reponses').values(ecrireLigne(CAMPAGNES_REPONSES, acte)).execute()
}

export const ajouterLignes = async (etat: BaseEtat, lignes: readonly Omit<LigneRepondue, 'id'>[]): Promise<void> => {
  for (const ligne of lignes)
    await etat.insertInto('campagnes_lignes').values(ecrireLigne(CAMPAGNES_LIGNES, ligne)).execute()
}
