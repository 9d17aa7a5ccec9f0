import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { ecrireClasseurRejets } from '../classeur-rejets.ts'
import { type Dossier, SORTES_DE_FICHIERS } from '../dossier.ts'
import { DOSSIERS_DE_TEXTES, masquerNumeros } from '../lieux-des-numeros.ts'
import { jourDuRefus, nomDuClasseur } from '../nom-rejets.ts'
import { citer, citesDe, renommer } from './citations.ts'

const SORTES_DE_TEXTES = SORTES_DE_FICHIERS.filter(({ dossier }) =>
  DOSSIERS_DE_TEXTES.some((texte) => texte === dossier),
)

/** Writes a text elsewhere without some numbers, with its workbook; whether it held any. */
const masquerFichier = async (ancien: string, neuf: string, purges: ReadonlySet<string>): Promise<boolean> => {
  const texte = readFileSync(ancien, 'utf8')
  const purge = masquerNumeros(texte, purges)
  if (purge === texte) return false
  writeFileSync(neuf, purge, { mode: 0o600 })
  await ecrireClasseurRejets(neuf, nomDuClasseur(neuf))
  return true
}

/** Those of refused snapshots, which nothing cites, keep their names: each is written beside, then takes the old one's place. */
const purgerRefus = async ({ rejets, temporaire }: Dossier, purges: ReadonlySet<string>): Promise<void> => {
  for (const nom of readdirSync(rejets)) {
    if (jourDuRefus(nom) === null || !nom.endsWith('.csv')) continue
    const neuf = join(temporaire, nom)
    if (!(await masquerFichier(join(rejets, nom), neuf, purges))) continue
    renameSync(nomDuClasseur(neuf), join(rejets, nomDuClasseur(nom)))
    renameSync(neuf, join(rejets, nom))
  }
}

/**
 * Writes again, under new names and in the transaction of the connection, the text files that hold a number to mask, and
 * the workbooks that were made of them.
 */
export const purgerTextes = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  purges: ReadonlySet<string>,
): Promise<void> => {
  if (purges.size === 0) return
  await purgerRefus(dossier, purges)
  for (const sorte of SORTES_DE_TEXTES)
    for (const { nom } of await citesDe(connection, sorte.colonne)) {
      const chemin = join(dossier[sorte.dossier], nom)
      if (!existsSync(chemin)) continue
      const neuf = renommer(nom)
      if (await masquerFichier(chemin, join(dossier[sorte.dossier], neuf), purges))
        await citer(connection, sorte.colonne, nom, neuf)
    }
}
