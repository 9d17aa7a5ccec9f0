import { createHash, randomBytes } from 'node:crypto'
import { minuteDe } from '../horloge.ts'
import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { JETONS } from './table-jetons.ts'

/** A token of the API, as the application reads it. */
export type Jeton = LigneEtat<typeof JETONS>

/** What a token begins with, so that one left in a file is recognised. */
const PREFIXE = 'infocentre_'
const OCTETS = 32

/** 256 bits drawn at random need no slow hash: nobody finds them by trying. */
const empreinteDe = (clair: string): string => createHash('sha256').update(clair).digest('hex')

const lire = (ligne: CellulesDe<typeof JETONS>): Jeton => lireLigne(JETONS, ligne)

export type NouveauJeton = Pick<Jeton, 'nom' | 'compte' | 'role' | 'territoires' | 'service' | 'dernier_jour'>

/** Keeps a token and gives it, once: the base has its fingerprint alone. */
export const ajouterJeton = async (
  etat: BaseEtat,
  jeton: NouveauJeton,
  instant: string,
  par: string,
): Promise<{ readonly id: number; readonly clair: string }> => {
  const clair = `${PREFIXE}${randomBytes(OCTETS).toString('base64url')}`
  const { id } = await etat
    .insertInto('jetons')
    .values(ecrireLigne(JETONS, { ...jeton, empreinte: empreinteDe(clair), cree_le: instant, cree_par: par }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, clair }
}

/** Every token, those that were revoked last. */
export const listerJetons = async (etat: BaseEtat): Promise<Jeton[]> =>
  (await etat.selectFrom('jetons').selectAll().orderBy('revoque_le').orderBy('id').execute()).map(lire)

export const trouverJeton = async (etat: BaseEtat, id: number): Promise<Jeton | null> => {
  const ligne = await etat.selectFrom('jetons').selectAll().where('id', '=', id).executeTakeFirst()
  return ligne === undefined ? null : lire(ligne)
}

export const jetonDuClair = async (etat: BaseEtat, clair: string): Promise<Jeton | null> => {
  const ligne = await etat
    .selectFrom('jetons')
    .selectAll()
    .where('empreinte', '=', empreinteDe(clair))
    .executeTakeFirst()
  return ligne === undefined ? null : lire(ligne)
}

/** Notes that a token has served, to the minute. */
export const marquerUsage = async (etat: BaseEtat, { id, vu_le }: Jeton, instant: string): Promise<void> => {
  if (vu_le !== null && minuteDe(vu_le) === minuteDe(instant)) return
  await etat.updateTable('jetons').set({ vu_le: instant }).where('id', '=', id).execute()
}

export const revoquerJeton = async (etat: BaseEtat, id: number, instant: string, par: string): Promise<void> => {
  await etat
    .updateTable('jetons')
    .set({ revoque_le: instant, revoque_par: par })
    .where('id', '=', id)
    .where('revoque_le', 'is', null)
    .execute()
}

export const revoquerTousLesJetons = async (etat: BaseEtat, instant: string, par: string): Promise<void> => {
  await etat
    .updateTable('jetons')
    .set({ revoque_le: instant, revoque_par: par })
    .where('revoque_le', 'is', null)
    .execute()
}
