import { sql } from 'kysely'
import type { BaseEtat } from './etat.ts'
import { empreinteDe, empreinteDuDetail, type LigneJournal, ORIGINE } from './journal.ts'

/** The first entry that is not as it was written, and what is wrong with it. */
export interface Rupture {
  readonly id: number
  readonly defaut: 'ENTREE_MANQUANTE' | 'ENTREE_MODIFIEE' | 'DETAIL_MODIFIE'
}

const LOT = 5000

const defautDe = (ligne: LigneJournal, attendue: number, precedent: string): Rupture | null => {
  if (ligne.id !== attendue) return { id: attendue, defaut: 'ENTREE_MANQUANTE' }
  if (ligne.precedent !== precedent || empreinteDe(ligne) !== ligne.empreinte)
    return { id: ligne.id, defaut: 'ENTREE_MODIFIEE' }
  if (ligne.sel !== null && empreinteDuDetail(ligne.sel, ligne.detail) !== ligne.empreinte_detail)
    return { id: ligne.id, defaut: 'DETAIL_MODIFIE' }
  return null
}

/** The number the next entry would have had, whatever was deleted since. */
const dernierNumero = async (etat: BaseEtat): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`SELECT seq FROM sqlite_sequence WHERE name = 'journal'`.execute(etat)
  return rows[0]?.seq ?? 0
}

/** Follows the chain of the audit log from its anchor; null where no entry was changed, added or taken away. */
export const verifierJournal = async (etat: BaseEtat): Promise<Rupture | null> => {
  const ancre = await etat.selectFrom('journal_ancres').selectAll().orderBy('jusqu_a', 'desc').executeTakeFirst()
  let precedent = ancre?.empreinte ?? ORIGINE
  let attendue = (ancre?.jusqu_a ?? 0) + 1
  for (;;) {
    const lot = await etat
      .selectFrom('journal')
      .selectAll()
      .where('id', '>=', attendue)
      .orderBy('id')
      .limit(LOT)
      .execute()
    for (const ligne of lot) {
      const rupture = defautDe(ligne, attendue, precedent)
      if (rupture !== null) return rupture
      precedent = ligne.empreinte
      attendue += 1
    }
    if (lot.length < LOT) break
  }
  return attendue <= (await dernierNumero(etat)) ? { id: attendue, defaut: 'ENTREE_MANQUANTE' } : null
}
