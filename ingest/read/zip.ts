import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { estAccessoire, nomEntree } from './archive/nom-entree.ts'
import { ouvrirArchive } from './archive/ouvrir.ts'
import { RefusLecture } from './refus-lecture.ts'

/** No snapshot of the whole country is larger once unpacked. */
export const OCTETS_MAX = 40 * 2 ** 30
const FRANCHISE = 64 * 2 ** 20

/** Unpacks an archive flat into a folder, with bounds that a hostile one cannot pass, and its every byte checked. */
export const dezipper = async (chemin: string, cible: string): Promise<void> => {
  const quoi = `L’archive ${basename(chemin)}`
  const refuser = (suite: string) => new RefusLecture('ARCHIVE_REFUSEE', `${quoi} ${suite}`)
  const archive = await ouvrirArchive(chemin, {
    code: 'ARCHIVE_REFUSEE',
    quoi,
    accord: 'e',
    franchise: FRANCHISE,
    epurer: 'refaire l’archive à partir des seuls fichiers de l’instantané.',
    remede: 'télécharger ou refaire l’archive, puis recommencer.',
  })
  let deployes = 0
  const compter = () =>
    new Transform({
      transform(bloc: Buffer, _encodage, suite) {
        deployes += bloc.length
        if (deployes > OCTETS_MAX)
          suite(refuser('se déploie au-delà de toute taille vraisemblable : rien n’en est lu.'))
        else suite(null, bloc)
      },
    })
  try {
    const vus = new Map<string, string>()
    for (const entree of archive.entrees) {
      const nom = nomEntree(entree)
      if (nom.endsWith('/') || estAccessoire(nom)) continue
      const fichier = basename(nom)
      const autre = vus.get(fichier.toLowerCase())
      if (autre !== undefined)
        throw refuser(`contient deux fichiers du même nom (${autre} et ${nom}) : n’y laisser qu’un instantané.`)
      vus.set(fichier.toLowerCase(), nom)
      await pipeline(
        await archive.lire(entree),
        compter(),
        createWriteStream(join(cible, fichier), { mode: 0o600, flags: 'wx' }),
      )
    }
  } finally {
    archive.fermer()
  }
}
