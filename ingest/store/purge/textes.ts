import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dossier } from '../dossier.ts'
import { DOSSIERS_DE_TEXTES, masquerNumeros } from '../lieux-des-numeros.ts'

/** Masks numbers in the text files of the folder: each is written beside, then takes the place of the old one. */
export const purgerTextes = (dossier: Dossier, purges: ReadonlySet<string>): void => {
  if (purges.size === 0) return
  for (const sorte of DOSSIERS_DE_TEXTES)
    for (const nom of readdirSync(dossier[sorte])) {
      const chemin = join(dossier[sorte], nom)
      const texte = readFileSync(chemin, 'utf8')
      const purge = masquerNumeros(texte, purges)
      if (purge === texte) continue
      const neuf = join(dossier.temporaire, nom)
      writeFileSync(neuf, purge, { mode: 0o600 })
      renameSync(neuf, chemin)
    }
}
