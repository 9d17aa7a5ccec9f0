import { writeFileSync } from 'node:fs'
import { constants, crc32, deflateRawSync } from 'node:zlib'

const nombre = (octets: 2 | 4, valeur: number): Buffer => {
  const bloc = Buffer.alloc(octets)
  bloc.writeUIntLE(valeur, 0, octets)
  return bloc
}

/** A file already compressed, of the size that its archive claims. */
export interface Comprime {
  readonly comprime: Buffer
  readonly taille: number
  readonly crc: number
  /** 8, deflate, where it is not said. */
  readonly methode?: number
  /** 1 for a password, 0x800 for a name in UTF-8. */
  readonly drapeaux?: number
}

export const comprimer = (contenu: string | Uint8Array): Comprime => {
  const brut = Buffer.from(contenu)
  return { comprime: deflateRawSync(brut), taille: brut.length, crc: crc32(brut) }
}

/** Gigabytes of zeros in a few megabytes: a block that says 64 MB of them, said again and again. */
export const zeros = (octets: number, taille: number): Comprime => {
  const bloc = 2 ** 26
  const unBloc = deflateRawSync(Buffer.alloc(bloc), { finishFlush: constants.Z_FULL_FLUSH })
  const blocs = Array.from({ length: Math.ceil(octets / bloc) }, () => unBloc)
  return { comprime: Buffer.concat([...blocs, deflateRawSync(Buffer.alloc(0))]), taille, crc: 0 }
}

const champs = (nom: Buffer, { comprime, taille, crc, methode = 8, drapeaux = 0 }: Comprime): Buffer =>
  Buffer.concat([
    ...[nombre(2, 20), nombre(2, drapeaux), nombre(2, methode), nombre(2, 0), nombre(2, 0x2821)],
    ...[nombre(4, crc), nombre(4, comprime.length), nombre(4, taille), nombre(2, nom.length), nombre(2, 0)],
  ])

/** An archive, with whatever names and sizes it is given: those that climb out of it, and those that lie. */
export const zipper = (
  fichiers: readonly (readonly [nom: string, contenu: string | Uint8Array | Comprime])[],
): Buffer => {
  const corps: Buffer[] = []
  const repertoire: Buffer[] = []
  let position = 0
  for (const [cle, contenu] of fichiers) {
    const nom = Buffer.from(cle)
    const entree = typeof contenu === 'string' || contenu instanceof Uint8Array ? comprimer(contenu) : contenu
    const communs = champs(nom, entree)
    const local = Buffer.concat([nombre(4, 0x04034b50), communs, nom, entree.comprime])
    repertoire.push(
      Buffer.concat([
        ...[nombre(4, 0x02014b50), nombre(2, 20), communs, nombre(2, 0), nombre(2, 0), nombre(2, 0), nombre(4, 0)],
        ...[nombre(4, position), nom],
      ]),
    )
    corps.push(local)
    position += local.length
  }
  const index = Buffer.concat(repertoire)
  const n = repertoire.length
  const fin = [nombre(4, 0x06054b50), nombre(4, 0), nombre(2, n), nombre(2, n), nombre(4, index.length)]
  return Buffer.concat([...corps, index, ...fin, nombre(4, position), nombre(2, 0)])
}

export const enZip = (chemin: string, fichiers: Readonly<Record<string, string | Uint8Array | Comprime>>): void =>
  writeFileSync(chemin, zipper(Object.entries(fichiers)))
