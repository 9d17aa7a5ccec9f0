import { type Jour, plusMois } from '../../ingest/socle/jour.ts'
import { MOIS_DE_JOURNAL } from '../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'
import { masquerNumeros } from '../../ingest/store/lieux-des-numeros.ts'
import type { BaseEtat } from './etat.ts'

const remplacer = (valeur: unknown, purges: ReadonlySet<string>): unknown => {
  if (typeof valeur === 'string') return masquerNumeros(valeur, purges)
  if (Array.isArray(valeur)) return valeur.map((v) => remplacer(v, purges))
  if (typeof valeur === 'object' && valeur !== null)
    return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, remplacer(v, purges)]))
  return valeur
}

/** Erases numbers from the log's details; the chain still holds, for it is made of the details' fingerprints. */
export const purgerNumerosDuJournal = async (etat: BaseEtat, purges: ReadonlySet<string>): Promise<number> => {
  if (purges.size === 0) return 0
  let changees = 0
  for (const { id, detail } of await etat.selectFrom('journal').select(['id', 'detail']).execute()) {
    const purge = JSON.stringify(remplacer(JSON.parse(detail), purges))
    if (purge === detail) continue
    await etat.updateTable('journal').set({ detail: purge, sel: null }).where('id', '=', id).execute()
    changees += 1
  }
  return changees
}

/** Drops the entries older than twelve months, behind an anchor that the chain goes on from. */
export const expirerJournal = async (etat: BaseEtat, aujourdhui: Jour, instant: string): Promise<number> => {
  const limite = plusMois(aujourdhui, -regleEn(MOIS_DE_JOURNAL, aujourdhui))
  return etat.transaction().execute(async (tx) => {
    const dernier = await tx
      .selectFrom('journal')
      .select(['id', 'empreinte'])
      .where('instant', '<', limite)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (dernier === undefined) return 0
    await tx
      .insertInto('journal_ancres')
      .values({ jusqu_a: dernier.id, empreinte: dernier.empreinte, posee_le: instant })
      .execute()
    const { numDeletedRows } = await tx.deleteFrom('journal').where('id', '<=', dernier.id).executeTakeFirst()
    return Number(numDeletedRows)
  })
}
