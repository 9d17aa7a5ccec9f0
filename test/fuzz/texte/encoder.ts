import iconv from 'iconv-lite'
import type { Hasard } from '../../oracle/fabrique/hasard.ts'

/** How a text is turned into bytes. */
export const ENCODAGES = [
  'utf-8',
  'UTF-8 avec BOM',
  'UTF-8 avec deux BOM',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'quelques octets Windows-1252',
  'octets Windows-1252 sous un BOM',
  'utf-16 sans BOM',
] as const

export type Encodage = (typeof ENCODAGES)[number]

/** Bytes, stretch by stretch, and what the reader is to say of them; null encoding for those that are no text. */
export interface Encode {
  readonly troncons: readonly Buffer[]
  readonly encodage: string | null
  readonly octetsRepris: number
  /** Whether every character is read as it was. */
  readonly fidele: boolean
}

const sequences = (texte: string): number =>
  [...texte].filter((caractere) => (caractere.codePointAt(0) ?? 0) > 0x7f).length

const LATINS = /(?<=[\x20-\x7e])[À-ÿ](?=[\x20-\x7e])/g

/** Some accented letters between two plain ones, as one byte of Windows-1252: no neighbour makes a sequence of it. */
const meler = (hasard: Hasard, textes: readonly string[], part: number) => {
  let mis = 0
  let restes = 0
  const troncons = textes.map((texte) => {
    const choisis = texte.replace(LATINS, (lettre) => (hasard.chance(part) ? `\0${lettre}` : lettre))
    const bouts = choisis.split('\0')
    mis += bouts.length - 1
    restes += sequences(texte) - (bouts.length - 1)
    return Buffer.concat(
      bouts.map((bout, i) =>
        i === 0
          ? Buffer.from(bout)
          : Buffer.concat([iconv.encode(bout.charAt(0), 'windows-1252'), Buffer.from(bout.slice(1))]),
      ),
    )
  })
  return { troncons, mis, restes }
}

const enTete = (marque: readonly number[], troncons: readonly Buffer[]): Buffer[] =>
  troncons.map((octets, i) => (i === 0 ? Buffer.concat([Buffer.from(marque), octets]) : octets))

const BOM = [0xef, 0xbb, 0xbf]

export const encoder = (hasard: Hasard, textes: readonly string[], encodage: Encodage): Encode => {
  const net = (dit: string | null, troncons: readonly Buffer[]): Encode => ({
    troncons,
    encodage: dit,
    octetsRepris: 0,
    fidele: true,
  })
  const utf8 = () => textes.map((texte) => Buffer.from(texte))
  switch (encodage) {
    case 'utf-8':
      return net('utf-8', utf8())
    case 'UTF-8 avec BOM':
      return net('utf-8', enTete(BOM, utf8()))
    case 'UTF-8 avec deux BOM':
      return net('utf-8', enTete([...BOM, ...BOM], utf8()))
    case 'utf-16le':
      return net(
        'utf-16le',
        enTete(
          [0xff, 0xfe],
          textes.map((texte) => Buffer.from(texte, 'utf16le')),
        ),
      )
    case 'utf-16be':
      return net(
        'utf-16be',
        enTete(
          [0xfe, 0xff],
          textes.map((texte) => iconv.encode(texte, 'utf-16be', { addBOM: false })),
        ),
      )
    case 'utf-16 sans BOM': {
      const forme = hasard.choisir(['utf-16le', 'utf-16be'])
      return net(
        null,
        textes.map((texte) => iconv.encode(texte, forme, { addBOM: false })),
      )
    }
    case 'windows-1252': {
      if (textes.some((texte) => iconv.decode(iconv.encode(texte, 'windows-1252'), 'windows-1252') !== texte))
        return net('utf-8', utf8())
      const troncons = textes.map((texte) => iconv.encode(texte, 'windows-1252'))
      const ascii = troncons.every((octets) => octets.every((octet) => octet < 0x80))
      return net(ascii ? 'utf-8' : 'windows-1252', troncons)
    }
    default: {
      const { troncons, mis, restes } = meler(hasard, textes, hasard.choisir([0.05, 0.3, 0.6]))
      if (encodage === 'octets Windows-1252 sous un BOM')
        return { troncons: enTete(BOM, troncons), encodage: 'utf-8', octetsRepris: mis, fidele: true }
      return restes > mis || mis === 0
        ? { troncons, encodage: 'utf-8', octetsRepris: mis, fidele: true }
        : { troncons, encodage: 'windows-1252', octetsRepris: 0, fidele: false }
    }
  }
}
