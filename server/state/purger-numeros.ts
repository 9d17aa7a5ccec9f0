import { sql } from 'kysely'
import type { Lieu } from '../../ingest/socle/sql/table.ts'
import { LIEUX_DE_L_APPLICATION, masquerNumeros } from '../../ingest/store/lieux-des-numeros.ts'
import type { BaseEtat } from './etat.ts'
import { purgerNumerosDuJournal } from './purger-journal.ts'

const lire = async (etat: BaseEtat, { lieu, colonne }: Lieu) =>
  (
    await sql<{
      rang: number
      texte: string
    }>`SELECT rowid AS rang, ${sql.ref(colonne)} AS texte FROM ${sql.table(lieu)}
      WHERE ${sql.ref(colonne)} IS NOT NULL`.execute(etat)
  ).rows

const purgerColonne = async (etat: BaseEtat, place: Lieu, purges: ReadonlySet<string>): Promise<void> => {
  for (const { rang, texte } of await lire(etat, place)) {
    const purge = masquerNumeros(texte, purges)
    if (purge === texte) continue
    await (place.effet === 'LIGNE'
      ? sql`DELETE FROM ${sql.table(place.lieu)} WHERE rowid = ${rang}`
      : sql`UPDATE ${sql.table(place.lieu)} SET ${sql.ref(place.colonne)} = ${purge} WHERE rowid = ${rang}`
    ).execute(etat)
  }
}

/** Erases numbers from the application's database, and from the room they took in its file. */
export const purgerNumeros = async (etat: BaseEtat, purges: ReadonlySet<string>): Promise<void> => {
  if (purges.size > 0)
    for (const place of LIEUX_DE_L_APPLICATION)
      await (place.lieu === 'journal' ? purgerNumerosDuJournal(etat, purges) : purgerColonne(etat, place, purges))
  // At every purge: one that was killed may have left them.
  await sql`VACUUM`.execute(etat)
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(etat)
}
