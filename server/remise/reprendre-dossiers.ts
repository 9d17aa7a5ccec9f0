import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import type { BaseEtat } from '../state/etat.ts'
import { lireTete } from '../state/journal.ts'
import { type CellulesDe, ecrireLigne, lireLigne, type TableEtat } from '../state/table.ts'
import { reprendreDocuments } from './documents.ts'
import { DOSSIERS_REMIS } from './ecrire-dossiers.ts'
import { DOSSIERS } from './forme.ts'
import type { Remise } from './ouvrir-remise.ts'
import { autreVersion } from './reprendre-tables.ts'

const LIGNES = z.array(z.record(z.string(), z.unknown()))

/** The rows of a table, as a handover has them. */
export const lireDossier = ({ dossier }: Pick<Remise, 'dossier'>, nom: string): Record<string, unknown>[] =>
  LIGNES.parse(JSON.parse(readFileSync(join(dossier, DOSSIERS, `${nom}.json`), 'utf8')))

/** What stands for a column that is not handed over: nothing, or what no secret can be. */
const enPlace = (ligne: Readonly<Record<string, unknown>>): string => `non remis (${String(ligne.id)})`

/** A row as it is kept, once checked; SQLite gives what it gives of itself. */
const cellulesDe = (table: TableEtat, ligne: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const cellules: Record<string, unknown> = {}
  const inconnue = Object.keys(ligne).find((nom) => table.colonnes[nom] === undefined)
  if (inconnue !== undefined) throw autreVersion(`qui ne connaît pas la colonne ${table.nom}.${inconnue}`)
  for (const [nom, { nulle, fournie }] of Object.entries(table.colonnes)) {
    if (Object.hasOwn(ligne, nom)) Object.assign(cellules, ecrireLigne(table, { [nom]: ligne[nom] } as never))
    else if (nulle) cellules[nom] = null
    else if (!fournie && table.remise.sauf?.includes(nom)) cellules[nom] = enPlace(ligne)
    else if (!fournie) throw autreVersion(`à qui il faut la colonne ${table.nom}.${nom}`)
  }
  const partielle = {
    ...table,
    colonnes: Object.fromEntries(Object.entries(table.colonnes).filter(([nom]) => nom in cellules)),
  }
  try {
    lireLigne(partielle, cellules as CellulesDe<TableEtat>)
  } catch (cause) {
    throw new ErreurInfocentre(
      'REMISE_INCOHERENTE',
      `Le fichier ${DOSSIERS}/${table.nom}.json de la remise ne se lit pas (${cause instanceof Error ? cause.message : ''}) : en demander une autre.`,
      {},
      { cause },
    )
  }
  return cellules
}

/**
 * Fills the application's new database with the records of a handover, in one transaction.
 *
 * @throws ErreurInfocentre where they are of another version, or the audit log does not end as the handover says.
 */
export const reprendreDossiers = async (etat: BaseEtat, remise: Remise): Promise<void> => {
  const connus = new Map(DOSSIERS_REMIS.map((table) => [table.nom, table]))
  await etat.transaction().execute(async (tx) => {
    await sql`PRAGMA defer_foreign_keys = ON`.execute(tx)
    for (const { nom } of remise.manifeste.dossiers) {
      const table = connus.get(nom)
      if (table === undefined) throw autreVersion(`qui ne connaît pas la table ${nom}`)
      for (const ligne of lireDossier(remise, nom)) {
        const cellules = Object.entries(cellulesDe(table, ligne))
        await sql`INSERT INTO ${sql.table(nom)} (${sql.join(cellules.map(([colonne]) => sql.ref(colonne)))})
          VALUES (${sql.join(cellules.map(([, valeur]) => valeur))})`.execute(tx)
      }
    }
    await reprendreDocuments(tx, remise.dossier)
  })
  const { id, empreinte } = await lireTete(etat)
  const attendue = remise.manifeste.journal
  if (id !== attendue.derniere || empreinte !== attendue.empreinte)
    throw new ErreurInfocentre(
      'JOURNAL_ROMPU',
      `Le journal d’audit de la remise ne finit pas à l’entrée n° ${attendue.derniere} qu’elle annonce : en demander une autre.`,
    )
}
