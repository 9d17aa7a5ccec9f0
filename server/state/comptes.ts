import type { Role } from '../acces/roles.ts'
import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { COMPTES } from './table-comptes.ts'

/** A person who may sign in, as the application reads it. */
export type Compte = LigneEtat<typeof COMPTES>

const lire = (ligne: CellulesDe<typeof COMPTES>): Compte => lireLigne(COMPTES, ligne)

export const normaliserCourriel = (courriel: string): string => courriel.trim().toLowerCase()

const tous = (etat: BaseEtat) => etat.selectFrom('comptes').selectAll()

export const listerComptes = async (etat: BaseEtat): Promise<Compte[]> =>
  (await tous(etat).orderBy('ferme_le').orderBy('courriel').execute()).map(lire)

export const trouverCompte = async (etat: BaseEtat, id: number): Promise<Compte | null> => {
  const ligne = await tous(etat).where('id', '=', id).executeTakeFirst()
  return ligne === undefined ? null : lire(ligne)
}

export const compteDuCourriel = async (etat: BaseEtat, courriel: string): Promise<Compte | null> => {
  const ligne = await tous(etat).where('courriel', '=', normaliserCourriel(courriel)).executeTakeFirst()
  return ligne === undefined ? null : lire(ligne)
}

export const compteDuSujet = async (etat: BaseEtat, emetteur: string, sujet: string): Promise<Compte | null> => {
  const ligne = await tous(etat)
    .where('emetteur_oidc', '=', emetteur)
    .where('sujet_oidc', '=', sujet)
    .executeTakeFirst()
  return ligne === undefined ? null : lire(ligne)
}

export interface NouveauCompte {
  readonly courriel: string
  readonly nom: string
  readonly role: Role
  readonly territoires: readonly string[]
  readonly service: string | null
  readonly motDePasse: string | null
  readonly aChanger: boolean
  readonly provisoireJusquA: string | null
  readonly demonstration?: boolean
}

export const ajouterCompte = async (
  etat: BaseEtat,
  compte: NouveauCompte,
  instant: string,
  par: string,
): Promise<number> => {
  const { id } = await etat
    .insertInto('comptes')
    .values(
      ecrireLigne(COMPTES, {
        courriel: normaliserCourriel(compte.courriel),
        nom: compte.nom,
        role: compte.role,
        territoires: compte.territoires,
        service: compte.service,
        demonstration: compte.demonstration ?? false,
        mot_de_passe: compte.motDePasse,
        a_changer: compte.aChanger,
        provisoire_jusqu_a: compte.provisoireJusquA,
        cree_le: instant,
        cree_par: par,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const changerCompte = async (
  etat: BaseEtat,
  id: number,
  changement: Partial<Omit<Compte, 'id' | 'demonstration'>>,
): Promise<void> => {
  await etat.updateTable('comptes').set(ecrireLigne(COMPTES, changement)).where('id', '=', id).execute()
}

interface Fermeture {
  readonly instant: string
  readonly par: string
  readonly motif: string
}

/** Closes every account that is open; how many they were. */
export const fermerTousLesComptes = async (etat: BaseEtat, { instant, par, motif }: Fermeture): Promise<number> => {
  const { numUpdatedRows } = await etat
    .updateTable('comptes')
    .set({ ferme_le: instant, ferme_par: par, ferme_motif: motif })
    .where('ferme_le', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Closes an account and, in the same transaction, every live session and every token of it: opened again, it has none. */
export const fermerCompte = async (etat: BaseEtat, id: number, fermeture: Fermeture): Promise<void> => {
  await etat.transaction().execute(async (tx) => {
    await tx
      .updateTable('comptes')
      .set({ ferme_le: fermeture.instant, ferme_par: fermeture.par, ferme_motif: fermeture.motif })
      .where('id', '=', id)
      .where('ferme_le', 'is', null)
      .execute()
    await tx.deleteFrom('sessions').where('compte', '=', id).execute()
    await tx
      .updateTable('jetons')
      .set({ revoque_le: fermeture.instant, revoque_par: fermeture.par })
      .where('compte', '=', id)
      .where('revoque_le', 'is', null)
      .execute()
  })
}
