import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { RefusLecture } from '../refus-lecture.ts'
import { controler, plafondDe } from './controler.ts'
import { estLisible, nomMethode } from './methodes.ts'
import { nomEntree } from './nom-entree.ts'

const ENTREES_MAX = 10_000

/** What is said of an archive that is not whole; `quoi` names it: « L’archive x.zip », « Le classeur x.xlsx ». */
export interface Paroles {
  readonly code: string
  readonly quoi: string
  /** The mark of its gender. */
  readonly accord: '' | 'e'
  /** What to do with one that is cut or unreadable. */
  readonly remede: string
  /** What to do with one that holds what is not its own. */
  readonly epurer: string
  /** Bytes that an entry may unpack to, whatever it was packed into. */
  readonly franchise: number
}

export interface Archive {
  readonly entrees: readonly Entry[]
  /** The entry's bytes, bounded and checked. */
  readonly lire: (entree: Entry) => Promise<Readable>
  readonly fermer: () => void
}

/** What an error of the archive reader means, in words. */
const expliquer = ({ code, quoi, accord, remede, epurer }: Paroles, cause: unknown): RefusLecture => {
  if (cause instanceof RefusLecture) return cause
  const message = cause instanceof Error ? cause.message : ''
  if (/invalid relative path|absolute path|invalid characters/i.test(message))
    return new RefusLecture(code, `${quoi} contient un chemin qui sort du dossier : ${epurer}`)
  return new RefusLecture(code, `${quoi} est tronqué${accord} ou illisible : ${remede}`)
}

const lireEntrees = async (archive: ZipFile): Promise<Entry[]> => {
  const entrees: Entry[] = []
  for await (const entree of archive.eachEntry()) entrees.push(entree)
  return entrees
}

const ENTREE = Buffer.from('PK\x01\x02')

/** Whether the directory goes on past the number of entries that the archive says it has. */
const annonceTropPeu = async (chemin: string, { readEntryCursor }: ZipFile): Promise<boolean> => {
  const fichier = await open(chemin)
  try {
    const { buffer, bytesRead } = await fichier.read(
      Buffer.alloc(ENTREE.length),
      0,
      ENTREE.length,
      Number(readEntryCursor),
    )
    return bytesRead === ENTREE.length && buffer.equals(ENTREE)
  } finally {
    await fichier.close()
  }
}

/** The first entry that has another name in the directory than where it stands: one of the two has changed. */
const malNommee = async (archive: ZipFile, entrees: readonly Entry[]): Promise<Entry | null> => {
  for (const entree of entrees) {
    const { fileName } = await archive.readLocalFileHeaderPromise(entree)
    if (!fileName.equals(entree.fileNameRaw)) return entree
  }
  return null
}

/** Opens an archive by its directory. Every failure is one sentence. */
export const ouvrirArchive = async (chemin: string, paroles: Paroles): Promise<Archive> => {
  const { code, quoi, accord, remede, epurer, franchise } = paroles
  const demesuree = () =>
    new RefusLecture(code, `${quoi} se déploie au-delà de toute taille vraisemblable : rien n’en est lu.`)
  let archive: ZipFile
  try {
    archive = await yauzl.openPromise(chemin, { autoClose: false })
  } catch (cause) {
    throw expliquer(paroles, cause)
  }
  try {
    if (archive.entryCount > ENTREES_MAX)
      throw new RefusLecture(code, `${quoi} contient plus de ${ENTREES_MAX} fichiers : ${epurer}`)
    const entrees = await lireEntrees(archive)
    if (await annonceTropPeu(chemin, archive))
      throw new RefusLecture(
        code,
        `${quoi} est altéré${accord} : son répertoire cite plus de fichiers qu’il n’en annonce : ${remede}`,
      )
    const mauvaise = await malNommee(archive, entrees)
    if (mauvaise !== null)
      throw new RefusLecture(
        code,
        `${quoi} est altéré${accord} : ${nomEntree(mauvaise)} n’y porte pas le même nom à sa place et au répertoire : ${remede}`,
      )
    if (entrees.some((entree) => entree.uncompressedSize > plafondDe(entree, franchise))) throw demesuree()
    return {
      entrees,
      fermer: () => archive.close(),
      lire: async (entree) => {
        const nom = nomEntree(entree)
        if (entree.isEncrypted() || entree.compressionMethod === 99)
          throw new RefusLecture(
            code,
            `${quoi} est protégé${accord} par un mot de passe : l’enregistrer de nouveau sans mot de passe.`,
          )
        if (!estLisible(entree.compressionMethod))
          throw new RefusLecture(
            code,
            `${quoi} comprime ${nom} par la méthode ${nomMethode(entree.compressionMethod)}, qui ne se lit pas ici : refaire l’archive avec la compression ordinaire (Deflate).`,
          )
        const controle = controler(entree, franchise, {
          demesuree,
          alteree: () =>
            new RefusLecture(
              code,
              `${quoi} est altéré${accord} : ${nom} n’est plus ce qui y a été mis (somme de contrôle fausse) : ${remede}`,
            ),
        })
        try {
          const source = await archive.openReadStreamPromise(entree)
          source.on('error', (cause) => controle.destroy(expliquer(paroles, cause)))
          return pipeline(source, controle, () => {})
        } catch (cause) {
          throw expliquer(paroles, cause)
        }
      },
    }
  } catch (cause) {
    archive.close()
    throw expliquer(paroles, cause)
  }
}
