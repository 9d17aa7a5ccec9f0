import { resolve } from 'node:path'
import { launchBrowser } from '../web/navigateur.ts'
import { prendre } from './prendre.ts'
import { VUES } from './vues.ts'

/**
 * Makes again the pictures of the guide and of the README from a demonstration that runs:
 * `npm run captures -- [http://127.0.0.1:3000] [file…]`.
 */
const [adresse = 'http://127.0.0.1:3000', ...choisies] = process.argv.slice(2)
const racine = resolve(import.meta.dirname, '../..')
const navigateur = await launchBrowser()
for (const vue of VUES) {
  if (choisies.length > 0 && !choisies.some((choisie) => vue.fichier.includes(choisie))) continue
  const octets = await prendre(navigateur, adresse, racine, vue)
  process.stdout.write(`${vue.fichier} : ${Math.round(octets / 1000)} ko\n`)
}
await navigateur.close()
