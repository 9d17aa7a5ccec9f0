import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Dossier, SORTES_DE_FICHIERS } from '../dossier.ts'
import { DOSSIERS_DE_TEXTES, masquerNumeros } from '../lieux-des-numeros.ts'
import { citer, citesDe, renommer } from './citations.ts'

const SORTES_DE_TEXTES = SORTES_DE_FICHIERS.filter(({ dossier }) =>
  DOSSIERS_DE_TEXTES.some((texte) => texte === dossier),
)

/** Writes again, under new names and in the transaction of the connection, the text files that hold a number to mask. */
export const purgerTextes = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  purges: ReadonlySet<string>,
): Promise<void> => {
  if (purges.size === 0) return
  for (const sorte of SORTES_DE_TEXTES)
    for (const { nom } of await citesDe(connection, sorte.colonne)) {
      const chemin = join(dossier[sorte.dossier], nom)
      if (!existsSync(chemin)) continue
      const texte = readFileSync(chemin, 'utf8')
      const purge = masquerNumeros(texte, purges)
      if (purge === texte) continue
      const neuf = renommer(nom)
      writeFileSync(join(dossier[sorte.dossier], neuf), purge, { mode: 0o600 })
      await citer(connection, sorte.colonne, nom, neuf)
    }
}
