import { createHash, randomBytes } from 'node:crypto'
import { addHours, addMinutes } from 'date-fns'
import { instantDe, minuteDe } from '../horloge.ts'
import { type Compte, trouverCompte } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'

export const INACTIVITE_MINUTES = 30
export const DUREE_HEURES = 12

export type EtapeSession = 'SECOND_FACTEUR' | 'OUVERTE'
export type MoyenDeConnexion = 'MOT_DE_PASSE' | 'OIDC'

/** A live session and whose it is. */
export interface SessionLue {
  readonly compte: Compte
  readonly etape: EtapeSession
  readonly par: MoyenDeConnexion
}

const empreinteDe = (jeton: string) => createHash('sha256').update(jeton).digest('hex')

/** Opens a session and gives what the cookie is to hold; the base keeps its fingerprint alone. */
export const ouvrirSession = async (
  etat: BaseEtat,
  compte: number,
  etape: EtapeSession,
  par: MoyenDeConnexion,
  maintenant: Date,
): Promise<string> => {
  const jeton = randomBytes(32).toString('base64url')
  const instant = instantDe(maintenant)
  await etat
    .insertInto('sessions')
    .values({ empreinte: empreinteDe(jeton), compte, etape, par, ouverte_le: instant, vue_le: instant })
    .execute()
  return jeton
}

export const fermerSession = async (etat: BaseEtat, jeton: string): Promise<void> => {
  await etat.deleteFrom('sessions').where('empreinte', '=', empreinteDe(jeton)).execute()
}

export const fermerSessionsDe = async (etat: BaseEtat, compte: number): Promise<void> => {
  await etat.deleteFrom('sessions').where('compte', '=', compte).execute()
}

const estExpiree = (session: { ouverte_le: string; vue_le: string }, maintenant: Date): boolean =>
  session.vue_le <= instantDe(addMinutes(maintenant, -INACTIVITE_MINUTES)) ||
  session.ouverte_le <= instantDe(addHours(maintenant, -DUREE_HEURES))

/** The session a cookie opens; null where it is unknown, too old, idle for too long, or its account closed. */
export const lireSession = async (etat: BaseEtat, jeton: string, maintenant: Date): Promise<SessionLue | null> => {
  const empreinte = empreinteDe(jeton)
  const session = await etat.selectFrom('sessions').selectAll().where('empreinte', '=', empreinte).executeTakeFirst()
  if (session === undefined) return null
  const compte = await trouverCompte(etat, session.compte)
  if (compte === null || compte.ferme_le !== null || estExpiree(session, maintenant)) {
    await etat.deleteFrom('sessions').where('empreinte', '=', empreinte).execute()
    return null
  }
  const instant = instantDe(maintenant)
  if (minuteDe(session.vue_le) !== minuteDe(instant))
    await etat.updateTable('sessions').set({ vue_le: instant }).where('empreinte', '=', empreinte).execute()
  return { compte, etape: session.etape as EtapeSession, par: session.par as MoyenDeConnexion }
}
