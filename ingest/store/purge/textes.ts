import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ecrireClasseurRejets, nomDuClasseur } from '../classeur-rejets.ts'
import type { Dossier } from '../dossier.ts'
import { DOSSIERS_DE_TEXTES, masquerNumeros } from '../lieux-des-numeros.ts'

/**
 * Masks numbers in the text files of the folder: each is written beside, then takes the place of the old one; so does the
 * workbook that was made of it.
 */
export const purgerTextes = async (dossier: Dossier, purges: ReadonlySet<string>): Promise<void> => {
  if (purges.size === 0) return
  for (const sorte of DOSSIERS_DE_TEXTES)
    for (const nom of readdirSync(dossier[sorte]).filter((nom) => nom.endsWith('.csv'))) {
      const chemin = join(dossier[sorte], nom)
      const texte = readFileSync(chemin, 'utf8')
      const purge = masquerNumeros(texte, purges)
      if (purge === texte) continue
      const neuf = join(dossier.temporaire, nom)
      writeFileSync(neuf, purge, { mode: 0o600 })
      if (existsSync(nomDuClasseur(chemin))) {
        await ecrireClasseurRejets(neuf, nomDuClasseur(neuf))
        renameSync(nomDuClasseur(neuf), nomDuClasseur(chemin))
      }
      renameSync(neuf, chemin)
    }
}
