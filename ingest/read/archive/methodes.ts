const NOMS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
  99: 'AES',
}

/** Stored and deflate: what every tool writes by default. */
export const estLisible = (methode: number): boolean => methode === 0 || methode === 8

export const nomMethode = (methode: number): string => NOMS[methode] ?? `n° ${methode}`
