import type { Hasard } from '../../oracle/fabrique/hasard.ts'

/** Bytes once damaged, and which stretches the damage may have touched. */
export interface Abime {
  readonly genre: string
  readonly octets: Buffer
  readonly touches: ReadonlySet<number>
  /** The headings are touched: nothing is known any more. */
  readonly tete: boolean
}

/** How far damage may be felt: the line end before a record is its own. */
const MARGE = 4

const REMARQUABLES = [
  0x22, 0x22, 0x22, 0x3b, 0x2c, 0x0a, 0x0d, 0x00, 0xff, 0xe9, 0xc3, 0x01, 0x1c, 0x1f, 0x27, 0x3d, 0x20, 0x80,
]

type Coup = (hasard: Hasard, octets: Buffer, place: number) => { readonly octets: Buffer; readonly jusqua: number }

const remplacer =
  (par: (hasard: Hasard, octet: number) => number): Coup =>
  (hasard, octets, place) => {
    const copie = Buffer.from(octets)
    copie[place] = par(hasard, copie[place] ?? 0)
    return { octets: copie, jusqua: place }
  }

const SUR_PLACE: Readonly<Record<string, Coup>> = {
  'bit retourné': remplacer((hasard, octet) => octet ^ (1 << hasard.entier(0, 7))),
  'octet remplacé': remplacer((hasard) => hasard.choisir(REMARQUABLES)),
}

const QUI_DEPLACENT: Readonly<Record<string, Coup>> = {
  'octet ajouté': (hasard, octets, place) => ({
    octets: Buffer.concat([
      octets.subarray(0, place),
      Buffer.from([hasard.choisir(REMARQUABLES)]),
      octets.subarray(place),
    ]),
    jusqua: place,
  }),
  'octet ôté': (_, octets, place) => ({
    octets: Buffer.concat([octets.subarray(0, place), octets.subarray(place + 1)]),
    jusqua: place,
  }),
  'morceau ôté': (hasard, octets, place) => {
    const fin = Math.min(octets.length, place + hasard.entier(2, 200))
    return { octets: Buffer.concat([octets.subarray(0, place), octets.subarray(fin)]), jusqua: fin }
  },
  'morceau répété': (hasard, octets, place) => {
    const fin = Math.min(octets.length, place + hasard.entier(2, 200))
    return { octets: Buffer.concat([octets.subarray(0, fin), octets.subarray(place)]), jusqua: fin }
  },
  coupé: (_, octets, place) => ({ octets: octets.subarray(0, place), jusqua: octets.length }),
}

/** Damages bytes in one to three places, from the last to the first, so that places stay what they were. */
export const abimer = (hasard: Hasard, troncons: readonly Buffer[], large: boolean): Abime => {
  const coups = large ? SUR_PLACE : hasard.chance(0.5) ? { ...SUR_PLACE, ...QUI_DEPLACENT } : QUI_DEPLACENT
  const genre = hasard.choisir(Object.keys(coups))
  const coup = coups[genre] as Coup
  let octets: Buffer = Buffer.concat(troncons)
  const fois = genre.includes('octet') || genre.includes('bit') ? hasard.entier(1, 3) : 1
  const places = Array.from({ length: fois }, () =>
    hasard.entier(hasard.chance(0.9) ? (troncons[0]?.length ?? 0) : 0, octets.length - 1),
  ).sort((a, b) => b - a)
  const zones: (readonly [number, number])[] = []
  for (const place of places) {
    const suite = coup(hasard, octets, place)
    octets = suite.octets
    zones.push([place, suite.jusqua])
  }
  const touches = new Set<number>()
  let debut = 0
  for (const [i, troncon] of troncons.entries()) {
    const fin = debut + troncon.length
    if (zones.some(([de, a]) => de <= fin + 1 && a >= debut - MARGE)) touches.add(i)
    debut = fin
  }
  return { genre, octets, touches, tete: touches.has(0) }
}
