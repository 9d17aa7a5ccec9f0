import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ErreurInfocentre, InstantaneRefuse } from '../socle/erreur.ts'

/** No snapshot of the whole country is larger once unpacked. */
export const OCTETS_MAX = 40 * 2 ** 30
/** Real extractions pack about 10 to 1; a thousand zeros to one is an attack. */
const RAPPORT_MAX = 100
const OCTETS_SANS_RAPPORT = 64 * 2 ** 20
const ENTREES_MAX = 1000

/** The little of an archive's entry that tells a bomb. */
interface Taille {
  readonly compressedSize: number
  readonly uncompressedSize: number
}

/** Lets an entry's bytes through, until they pass what an honest one would unpack to. */
const borner = ({ compressedSize, uncompressedSize }: Taille, demesuree: () => Error): Transform => {
  const plafond = Math.max(OCTETS_SANS_RAPPORT, compressedSize * RAPPORT_MAX)
  if (uncompressedSize > plafond) throw demesuree()
  let lus = 0
  return new Transform({
    transform(bloc: Buffer, _encodage, suite) {
      lus += bloc.length
      if (lus > plafond) suite(demesuree())
      else suite(null, bloc)
    },
  })
}

/**
 * Reads through a workbook, which is an archive, and keeps nothing: what it says of its own sizes may be false.
 *
 * @throws what `demesure` makes, where it unpacks beyond anything likely.
 */
export const verifierClasseur = async (chemin: string, demesure: () => Error): Promise<void> => {
  const yauzl = (await import('yauzl')).default
  const archive = await yauzl.openPromise(chemin)
  for await (const entree of archive.eachEntry())
    if (!entree.fileName.endsWith('/'))
      await pipeline(
        await archive.openReadStreamPromise(entree),
        borner(entree, demesure),
        new Writable({ write: (_bloc, _encodage, suite) => suite() }),
      )
}

const refuse = (nom: string, pourquoi: string, cause?: unknown): InstantaneRefuse =>
  new InstantaneRefuse('ARCHIVE_REFUSEE', `L’archive ${nom} ${pourquoi}`, {}, { cause })

/** Unpacks an archive flat into a folder, with bounds that a hostile one cannot pass. */
export const dezipper = async (chemin: string, cible: string): Promise<void> => {
  const yauzl = (await import('yauzl')).default
  const nom = basename(chemin)
  let deployes = 0
  try {
    const archive = await yauzl.openPromise(chemin)
    if (archive.entryCount > ENTREES_MAX)
      throw refuse(nom, `contient plus de ${ENTREES_MAX} fichiers : n’y laisser que l’instantané.`)
    const vus = new Set<string>()
    for await (const entree of archive.eachEntry()) {
      if (entree.fileName.endsWith('/') || entree.fileName.startsWith('__MACOSX/')) continue
      const fichier = basename(entree.fileName)
      if (vus.has(fichier.toLowerCase()))
        throw refuse(nom, `contient deux fichiers nommés ${fichier} : n’y laisser qu’un instantané.`)
      vus.add(fichier.toLowerCase())
      if (entree.isEncrypted()) throw refuse(nom, 'est protégée par un mot de passe : la refaire sans mot de passe.')
      const demesuree = () => refuse(nom, 'se déploie au-delà de toute taille vraisemblable : elle n’est pas ouverte.')
      const total = new Transform({
        transform(bloc: Buffer, _encodage, suite) {
          deployes += bloc.length
          if (deployes > OCTETS_MAX) suite(demesuree())
          else suite(null, bloc)
        },
      })
      await pipeline(
        await archive.openReadStreamPromise(entree),
        borner(entree, demesuree),
        total,
        createWriteStream(join(cible, fichier), { mode: 0o600, flags: 'wx' }),
      )
    }
  } catch (cause) {
    if (cause instanceof ErreurInfocentre) throw cause
    const message = cause instanceof Error ? cause.message : ''
    if (/invalid relative path|absolute path|invalid characters/i.test(message))
      throw refuse(
        nom,
        'contient un chemin qui sort du dossier : refaire l’archive à partir des seuls fichiers de l’instantané.',
        cause,
      )
    throw refuse(nom, 'est tronquée ou illisible : la télécharger ou la refaire, puis recommencer.', cause)
  }
}
