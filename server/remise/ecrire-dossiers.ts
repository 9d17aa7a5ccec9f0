import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { BaseEtat } from '../state/etat.ts'
import { type CellulesDe, lireLigne, type TableEtat } from '../state/table.ts'
import { TABLES_DE_L_APPLICATION } from '../state/tables.ts'
import { type PartDuContrat, partDeDossier } from './contrat.ts'
import { DOSSIERS } from './forme.ts'

const LOT = 5000

/** The rows of a table in the order they were written, by lots. */
async function* lignesDe(etat: BaseEtat, { nom }: TableEtat): AsyncGenerator<readonly Record<string, unknown>[]> {
  let apres = -1
  for (;;) {
    const { rows } = await sql<{ rang_de_ligne: number }>`SELECT rowid AS rang_de_ligne, * FROM ${sql.table(nom)}
      WHERE rowid > ${apres} ORDER BY rowid LIMIT ${LOT}`.execute(etat)
    yield rows.map(({ rang_de_ligne: _, ...ligne }) => ligne)
    const derniere = rows.at(-1)
    if (derniere === undefined || rows.length < LOT) return
    apres = derniere.rang_de_ligne
  }
}

/** A row as it is handed over: read as its table declares, without what is kept back. */
const remettreLigne = (table: TableEtat, ligne: Record<string, unknown>): Record<string, unknown> => {
  const lue = lireLigne(table, ligne as CellulesDe<TableEtat>)
  return Object.fromEntries(Object.entries(lue).filter(([nom]) => !table.remise.sauf?.includes(nom)))
}

const ecrireDossier = async (etat: BaseEtat, table: TableEtat, vers: string): Promise<number> => {
  const flux = createWriteStream(join(vers, DOSSIERS, `${table.nom}.json`), { mode: 0o600, flags: 'wx' })
  let n = 0
  flux.write('[')
  for await (const lot of lignesDe(etat, table))
    for (const ligne of lot) {
      if (!flux.write(`${n === 0 ? '' : ','}\n${JSON.stringify(remettreLigne(table, ligne))}`))
        await once(flux, 'drain')
      n += 1
    }
  flux.end('\n]\n')
  await once(flux, 'finish')
  return n
}

/** The rows of a table, as they would be handed over. */
export const lireRemises = async (etat: BaseEtat, table: TableEtat): Promise<readonly Record<string, unknown>[]> => {
  const lots: (readonly Record<string, unknown>[])[] = []
  for await (const lot of lignesDe(etat, table)) lots.push(lot.map((ligne) => remettreLigne(table, ligne)))
  return lots.flat()
}

/** The application's tables that are handed over. */
export const DOSSIERS_REMIS: readonly TableEtat[] = TABLES_DE_L_APPLICATION.filter(
  ({ remise }: TableEtat) => remise.tue === undefined && remise.enFichiers === undefined,
)

/** Writes the records of the application, a file a table. */
export const ecrireDossiers = async (etat: BaseEtat, vers: string): Promise<PartDuContrat[]> => {
  mkdirSync(join(vers, DOSSIERS), { mode: 0o700 })
  const parts: PartDuContrat[] = []
  for (const table of DOSSIERS_REMIS) parts.push(partDeDossier(table, await ecrireDossier(etat, table, vers)))
  return parts
}

/** What of the application is not handed over, and why. */
export const NON_REMIS: readonly { readonly quoi: string; readonly pourquoi: string }[] = [
  {
    quoi: 'le secret des empreintes',
    pourquoi:
      'il vit hors de l’installation. Transmis à part, il permet de comparer les noms à venir aux anciens ; sans lui, les changements de nom et les doublons n’ont pas de valeur pour les prochains instantanés, sauf à repartir d’un nouveau secret (« restaurer --nouveau-secret »)',
  },
  {
    quoi: 'les mots de passe, seconds facteurs et liens à un fournisseur d’identité',
    pourquoi: 'ils ouvrent des comptes : chaque personne en reçoit de nouveaux',
  },
  {
    quoi: 'ce que reconnaissent les jetons d’API et les adresses d’agenda',
    pourquoi: 'ils ouvrent des données : chacun se recrée',
  },
  {
    quoi: 'les lignes rejetées au chargement',
    pourquoi: 'elles vivent trente jours et se corrigent à la source',
  },
  ...TABLES_DE_L_APPLICATION.flatMap(({ nom, remise }: TableEtat) =>
    remise.tue === undefined ? [] : [{ quoi: `la table « ${nom} »`, pourquoi: remise.tue }],
  ),
]
