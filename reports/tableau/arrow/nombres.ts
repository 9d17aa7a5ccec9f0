/** The engine's fixed-width columns as Arrow's: source bytes in, so many values out. */
export type Conversion = (octets: Uint8Array, n: number) => ArrayBufferView

const DEUX_32 = 2 ** 32

/** The two halves of 64-bit numbers, low then high. */
const moities = (octets: Uint8Array, n: number): { bas: Uint32Array; haut: Int32Array } => ({
  bas: new Uint32Array(octets.buffer, octets.byteOffset, n),
  haut: new Int32Array(octets.buffer, octets.byteOffset, n),
})

/** Milliseconds as 64-bit numbers. */
const enMillisecondes = (n: number, msDe: (i: number) => number): Int32Array => {
  const sortie = new Int32Array(2 * n)
  for (let i = 0; i < n; i++) {
    const ms = msDe(i)
    const haut = Math.floor(ms / DEUX_32)
    sortie[2 * i] = ms - haut * DEUX_32
    sortie[2 * i + 1] = haut
  }
  return sortie
}

export const jours: Conversion = (octets, n) => {
  const source = new Int32Array(octets.buffer, octets.byteOffset, n)
  return enMillisecondes(n, (i) => (source[i] ?? 0) * 86_400_000)
}

/** Moments of which so many units make so many milliseconds. */
export const moments =
  (unites: number, millisecondes = 1): Conversion =>
  (octets, n) => {
    const { bas, haut } = moities(octets, 2 * n)
    return enMillisecondes(n, (i) =>
      Math.floor((((haut[2 * i + 1] ?? 0) * DEUX_32 + (bas[2 * i] ?? 0)) * millisecondes) / unites),
    )
  }

/** Decimals kept as whole numbers of 2, 4, 8 or 16 bytes, and 128-bit whole numbers, as floating-point numbers. */
export const decimaux =
  (largeur: 2 | 4 | 8 | 16, echelle: number): Conversion =>
  (octets, n) => {
    const sortie = new Float64Array(n)
    const diviseur = 10 ** echelle
    const entier = lireEntier(largeur, octets, n)
    for (let i = 0; i < n; i++) sortie[i] = entier(i) / diviseur
    return sortie
  }

const lireEntier = (largeur: 2 | 4 | 8 | 16, octets: Uint8Array, n: number): ((i: number) => number) => {
  if (largeur <= 4) {
    const source =
      largeur === 2
        ? new Int16Array(octets.buffer, octets.byteOffset, n)
        : new Int32Array(octets.buffer, octets.byteOffset, n)
    return (i) => source[i] ?? 0
  }
  const { bas, haut } = moities(octets, (largeur / 4) * n)
  if (largeur === 8) return (i) => (haut[2 * i + 1] ?? 0) * DEUX_32 + (bas[2 * i] ?? 0)
  const longs = new BigInt64Array(octets.buffer, octets.byteOffset, 2 * n)
  return (i) => {
    const dessus = longs[2 * i + 1] ?? 0n
    if (dessus === 0n) return (bas[4 * i + 1] ?? 0) * DEUX_32 + (bas[4 * i] ?? 0)
    return Number((dessus << 64n) | BigInt.asUintN(64, longs[2 * i] ?? 0n))
  }
}
