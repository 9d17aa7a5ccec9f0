import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { dossierPartage } from './menage.ts'

/** What is made once for a run of the tests: its folder, to copy and never to write, and what its maker said of it. */
interface FaitUneFois<T> {
  readonly dossier: string
  readonly valeur: T
}

const FICHIER_VALEUR = 'valeur.json'

const lire = <T>(pret: string): FaitUneFois<T> => ({
  dossier: join(pret, 'contenu'),
  valeur: JSON.parse(readFileSync(join(pret, FICHIER_VALEUR), 'utf8')) as T,
})

/**
 * Makes a folder once for all the files of a run: the first to ask makes it, the others wait. `fabriquer` fills the folder it
 * is given, leaves nothing open in it, and gives what JSON keeps; its error is the first one's, and the others say so.
 */
export const uneFois = async <T extends object | null>(
  nom: string,
  fabriquer: (dossier: string) => Promise<T>,
): Promise<FaitUneFois<T>> => {
  mkdirSync(dossierPartage(process.ppid), { recursive: true })
  const lieu = join(dossierPartage(process.ppid), nom)
  const pret = join(lieu, 'pret')
  try {
    mkdirSync(lieu)
  } catch {
    while (!existsSync(pret)) {
      if (!existsSync(lieu)) throw new Error(`${nom} n’a pas pu être fait par le fichier d’essais qui l’a commencé`)
      await setTimeout(200)
    }
    return lire(pret)
  }
  try {
    const enCours = join(lieu, 'en-cours')
    mkdirSync(join(enCours, 'contenu'), { recursive: true })
    writeFileSync(join(enCours, FICHIER_VALEUR), JSON.stringify(await fabriquer(join(enCours, 'contenu'))))
    renameSync(enCours, pret)
    return lire(pret)
  } catch (cause) {
    rmSync(lieu, { recursive: true, force: true })
    throw cause
  }
}
