import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

export interface EntreeZip {
  readonly chemin: string
  /** Whole, or piece by piece: then it is never held. */
  readonly contenu: string | AsyncIterable<string>
  /** Kept uncompressed: what ODF asks of its first entry. */
  readonly brut?: boolean
}

interface Inscrite {
  readonly chemin: Buffer
  readonly drapeaux: number
  readonly methode: number
  readonly crc: number
  readonly compresse: number
  readonly taille: number
  readonly position: number
}

const UTF8 = 0x0800
const TAILLE_APRES = 0x0008
const MAX = 0xffff_ffff
/** 1 January 2000: a file depends on what it holds, not on the clock. */
const DATE = 0x2821

type Champ = readonly [octets: 2 | 4, valeur: number]

const nombres = (...champs: readonly Champ[]): Buffer => {
  const bloc = Buffer.alloc(champs.reduce((total, [octets]) => total + octets, 0))
  let position = 0
  for (const [octets, valeur] of champs) position = bloc.writeUIntLE(valeur, position, octets)
  return bloc
}

const champsCommuns = ({ drapeaux, methode, crc, compresse, taille, chemin }: Inscrite): Champ[] => [
  [2, 20],
  [2, drapeaux],
  [2, methode],
  [2, 0],
  [2, DATE],
  [4, crc],
  [4, compresse],
  [4, taille],
  [2, chemin.length],
  [2, 0],
]

const entete = (entree: Inscrite): Buffer =>
  Buffer.concat([nombres([4, 0x04034b50], ...champsCommuns(entree)), entree.chemin])

const repertoire = (entree: Inscrite): Buffer => {
  const fin: Champ[] = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, entree.position],
  ]
  return Buffer.concat([nombres([4, 0x02014b50], [2, 20], ...champsCommuns(entree), ...fin), entree.chemin])
}

const tenir = (taille: number): number => {
  if (taille <= MAX) return taille
  throw new ErreurInfocentre(
    'EXPORT_TROP_GRAND',
    'Ce tableau dépasse les 4 Gio qu’un classeur peut tenir : l’exporter en CSV ou en Parquet.',
  )
}

async function* entier(entree: Inscrite, contenu: string): AsyncGenerator<Uint8Array, Inscrite> {
  const octets = Buffer.from(contenu)
  const corps = entree.methode === 0 ? octets : deflateRawSync(octets)
  const inscrite = { ...entree, crc: crc32(octets), compresse: corps.length, taille: octets.length }
  yield entete(inscrite)
  yield corps
  return inscrite
}

async function* parMorceaux(entree: Inscrite, contenu: AsyncIterable<string>): AsyncGenerator<Uint8Array, Inscrite> {
  const annoncee = { ...entree, drapeaux: UTF8 | TAILLE_APRES }
  yield entete(annoncee)
  let crc = 0
  let taille = 0
  const mesurer = async function* (): AsyncGenerator<Buffer> {
    for await (const morceau of contenu) {
      const octets = Buffer.from(morceau)
      crc = crc32(octets, crc)
      taille += octets.length
      yield octets
    }
  }
  let compresse = 0
  // An error of the source reaches the reader of the compressed stream, and a reader that leaves stops the source.
  const sortie = pipeline(Readable.from(mesurer()), createDeflateRaw(), () => {})
  for await (const morceau of sortie as AsyncIterable<Buffer>) {
    compresse += morceau.length
    yield morceau
  }
  const inscrite = { ...annoncee, crc, compresse: tenir(compresse), taille: tenir(taille) }
  yield nombres([4, 0x08074b50], [4, crc], [4, compresse], [4, taille])
  return inscrite
}

const longueur = ({ chemin, compresse, drapeaux }: Inscrite): number =>
  30 + chemin.length + compresse + (drapeaux & TAILLE_APRES ? 16 : 0)

/** A zip archive as a stream; an entry is asked for once the one before it is written. */
export async function* zipper(entrees: Iterable<EntreeZip> | AsyncIterable<EntreeZip>): AsyncGenerator<Uint8Array> {
  const inscrites: Inscrite[] = []
  let position = 0
  for await (const { chemin, contenu, brut } of entrees) {
    const vide = { drapeaux: UTF8, methode: brut ? 0 : 8, crc: 0, compresse: 0, taille: 0 }
    const entree = { ...vide, chemin: Buffer.from(chemin), position: tenir(position) }
    const inscrite = yield* typeof contenu === 'string' ? entier(entree, contenu) : parMorceaux(entree, contenu)
    inscrites.push(inscrite)
    position += longueur(inscrite)
  }
  const central = Buffer.concat(inscrites.map(repertoire))
  yield central
  const n = inscrites.length
  yield nombres([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, central.length], [4, tenir(position)], [2, 0])
}
