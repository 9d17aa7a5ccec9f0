import { createHash, randomBytes } from 'node:crypto'
import type { BaseEtat } from './etat.ts'
import { type LigneEtat, lireLigne } from './table.ts'
import { CALENDRIERS } from './table-agenda.ts'

export type Calendrier = LigneEtat<typeof CALENDRIERS>

const empreinteDe = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const OCTETS = 32

/** Opens an address for an account, in the place of the one it had for the territory; gives its secret, told once. */
export const ouvrirCalendrier = async (
  etat: BaseEtat,
  { territoire, compte }: Pick<Calendrier, 'territoire' | 'compte'>,
  instant: string,
): Promise<string> => {
  const secret = randomBytes(OCTETS).toString('base64url')
  await etat.transaction().execute(async (transaction) => {
    await revoquerCalendrier(transaction, { territoire, compte }, instant)
    await transaction
      .insertInto('calendriers')
      .values({ territoire, compte, empreinte: empreinteDe(secret), cree_le: instant, revoque_le: null })
      .execute()
  })
  return secret
}

/** Revokes the address that an account has for a territory; false where it has none. */
export const revoquerCalendrier = async (
  etat: BaseEtat,
  { territoire, compte }: Pick<Calendrier, 'territoire' | 'compte'>,
  instant: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await etat
    .updateTable('calendriers')
    .set({ revoque_le: instant })
    .where('territoire', '=', territoire)
    .where('compte', '=', compte)
    .where('revoque_le', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The addresses in use for a territory, whosever they are. */
export const listerCalendriers = async (etat: BaseEtat, territoire: string): Promise<readonly Calendrier[]> =>
  (
    await etat
      .selectFrom('calendriers')
      .selectAll()
      .where('territoire', '=', territoire)
      .where('revoque_le', 'is', null)
      .execute()
  ).map((ligne) => lireLigne(CALENDRIERS, ligne))

/** The calendar that a secret opens; null where it opens nothing, or no more. */
export const calendrierDuSecret = async (etat: BaseEtat, secret: string): Promise<Calendrier | null> => {
  const ligne = await etat
    .selectFrom('calendriers')
    .selectAll()
    .where('empreinte', '=', empreinteDe(secret))
    .where('revoque_le', 'is', null)
    .executeTakeFirst()
  return ligne === undefined ? null : lireLigne(CALENDRIERS, ligne)
}

export const revoquerTousLesCalendriers = async (etat: BaseEtat, instant: string): Promise<void> => {
  await etat.updateTable('calendriers').set({ revoque_le: instant }).where('revoque_le', 'is', null).execute()
}
