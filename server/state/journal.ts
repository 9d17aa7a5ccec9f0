import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Action } from './actions.ts'
import type { BaseEtat } from './etat.ts'
import type { LigneEtat } from './table.ts'
import type { JOURNAL } from './table-journal.ts'

/** What is to be written in the audit log. `detail` names what was asked, never a person. */
export interface Entree {
  readonly instant: string
  readonly qui: string
  readonly role?: string | null
  readonly action: Action
  readonly territoire?: string | null
  readonly nombre?: number | null
  readonly detail?: Readonly<Record<string, unknown>>
}

export type LigneJournal = LigneEtat<typeof JOURNAL>

/** What the first entry is chained to. */
export const ORIGINE = '0'.repeat(64)

const sha256 = (...parties: readonly string[]) => createHash('sha256').update(JSON.stringify(parties)).digest('hex')

export const empreinteDuDetail = (sel: string, detail: string): string => sha256(sel, detail)

/** The fingerprint of an entry: all of it but the detail, which its own salted fingerprint stands for. */
export const empreinteDe = (ligne: Omit<LigneJournal, 'detail' | 'sel' | 'empreinte'>): string =>
  sha256(
    ligne.precedent,
    String(ligne.id),
    ligne.instant,
    ligne.qui,
    ligne.role ?? '',
    ligne.action,
    ligne.territoire ?? '',
    ligne.nombre === null ? '' : String(ligne.nombre),
    ligne.empreinte_detail,
  )

/** The last entry's number and fingerprint, dropped ones included. */
export const lireTete = async (etat: BaseEtat): Promise<{ id: number; empreinte: string }> => {
  const derniere = await etat
    .selectFrom('journal')
    .select(['id', 'empreinte'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (derniere !== undefined) return derniere
  const ancre = await etat.selectFrom('journal_ancres').selectAll().orderBy('jusqu_a', 'desc').executeTakeFirst()
  return ancre === undefined ? { id: 0, empreinte: ORIGINE } : { id: ancre.jusqu_a, empreinte: ancre.empreinte }
}

/** Adds entries to the audit log, each chained to the one before. */
export const consigner = async (etat: BaseEtat, ...entrees: readonly Entree[]): Promise<void> => {
  await etat.connection().execute(async (connexion) => {
    await sql`BEGIN IMMEDIATE`.execute(connexion)
    try {
      let { id, empreinte: precedent } = await lireTete(connexion)
      for (const { instant, qui, role = null, action, territoire = null, nombre = null, detail = {} } of entrees) {
        id += 1
        const texte = JSON.stringify(detail)
        const sel = randomBytes(16).toString('hex')
        const ligne = { id, instant, qui, role, action, territoire, nombre, precedent }
        const chainee = { ...ligne, empreinte_detail: empreinteDuDetail(sel, texte) }
        const empreinte = empreinteDe(chainee)
        await connexion
          .insertInto('journal')
          .values({ ...chainee, detail: texte, sel, empreinte })
          .execute()
        precedent = empreinte
      }
      await sql`COMMIT`.execute(connexion)
    } catch (cause) {
      await sql`ROLLBACK`.execute(connexion)
      throw cause
    }
  })
}
