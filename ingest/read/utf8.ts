import iconv from 'iconv-lite'

/** What each byte is in Windows-1252, as UTF-8. */
const WINDOWS_1252: readonly Buffer[] = Array.from({ length: 256 }, (_, octet) =>
  Buffer.from(iconv.decode(Buffer.from([octet]), 'windows-1252'), 'utf8'),
)

const INCONNUE = -1

/** How many bytes the second of a sequence may be: some leads exclude overlong forms, surrogates, or what Unicode lacks. */
const secondes = (premier: number): readonly [number, number] => {
  if (premier === 0xe0) return [0xa0, 0xbf]
  if (premier === 0xed) return [0x80, 0x9f]
  if (premier === 0xf0) return [0x90, 0xbf]
  if (premier === 0xf4) return [0x80, 0x8f]
  return [0x80, 0xbf]
}

/** The length of the well-formed sequence at `i`: 0 where there is none, INCONNUE where the bytes stop before it can be told. */
const longueurSequence = (octets: Buffer, i: number): number => {
  const premier = octets[i] ?? 0
  if (premier < 0x80) return 1
  if (premier < 0xc2 || premier > 0xf4) return 0
  const longueur = premier < 0xe0 ? 2 : premier < 0xf0 ? 3 : 4
  const [bas, haut] = secondes(premier)
  for (let k = 1; k < longueur; k++) {
    const octet = octets[i + k]
    if (octet === undefined) return INCONNUE
    if (octet < (k === 1 ? bas : 0x80) || octet > (k === 1 ? haut : 0xbf)) return 0
  }
  return longueur
}

/** A reader of UTF-8 in blocks that reads each byte which is no part of it as Windows-1252, and counts. */
export const lecteurUtf8 = () => {
  let reste = Buffer.alloc(0)
  let sequences = 0
  let repris = 0
  const lire = (bloc: Buffer, dernier: boolean): Buffer => {
    const octets = reste.length === 0 ? bloc : Buffer.concat([reste, bloc])
    const morceaux: Buffer[] = []
    let debut = 0
    let i = 0
    while (i < octets.length) {
      let longueur = longueurSequence(octets, i)
      if (longueur === INCONNUE && !dernier) break
      if (longueur === INCONNUE) longueur = 0
      if (longueur > 1) sequences += 1
      if (longueur === 0) {
        morceaux.push(octets.subarray(debut, i), WINDOWS_1252[octets[i] ?? 0] ?? Buffer.alloc(0))
        repris += 1
        debut = i + 1
      }
      i += longueur || 1
    }
    morceaux.push(octets.subarray(debut, i))
    reste = Buffer.from(octets.subarray(i))
    return Buffer.concat(morceaux)
  }
  return { lire, comptes: () => ({ sequences, repris }) }
}
