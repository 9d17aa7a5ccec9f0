const LF = 0x0a
const CR = 0x0d

/** Line feeds within a stretch of bytes. */
export const compterLignes = (octets: Buffer, debut: number, fin: number): number => {
  let n = 0
  for (let i = octets.indexOf(LF, debut); i >= 0 && i < fin; i = octets.indexOf(LF, i + 1)) n += 1
  return n
}

/**
 * Copies lines, each ended by a line feed alone, and gives how many bytes that took: the engine takes line ends of two
 * kinds in one file for more lines.
 */
export const copierLignes = (octets: Buffer, debut: number, fin: number, cible: Buffer, place: number): number => {
  const lignes = octets.subarray(debut, fin)
  let o = place
  let i = 0
  for (let cr = lignes.indexOf(CR); cr >= 0; cr = lignes.indexOf(CR, i)) {
    o += lignes.copy(cible, o, i, cr)
    i = cr + 1
  }
  return o + lignes.copy(cible, o, i) - place
}
