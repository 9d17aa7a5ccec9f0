import { execFileSync, spawnSync } from 'node:child_process'

/** Whether poppler's tools are on this machine. */
export const POPPLER = spawnSync('pdftotext', ['-v']).status === 0

/** The title of a test that needs them says where they are missing. */
export const avecPoppler = (titre: string): string => `${titre}${POPPLER ? '' : ' (programme absent : pdftotext)'}`

/** The text of a PDF, its lines in the order they are read. */
export const texteDuPdf = (chemin: string): string => execFileSync('pdftotext', ['-layout', chemin, '-']).toString()

/** The tags of a PDF, as its structure has them. */
export const structureDuPdf = (chemin: string): string =>
  execFileSync('pdfinfo', ['-struct', chemin], { stdio: ['ignore', 'pipe', 'ignore'] }).toString()

export const infosDuPdf = (chemin: string): string =>
  execFileSync('pdfinfo', [chemin], { stdio: ['ignore', 'pipe', 'ignore'] }).toString()

/** The first page of a PDF, drawn: how wide it is, and how many of its pixels are red, or dark. */
export const pixelsDuPdf = (chemin: string): { largeur: number; rouges: number; sombres: number } => {
  const ppm = execFileSync('pdftoppm', ['-r', '72', '-f', '1', '-l', '1', chemin], { maxBuffer: 64 * 2 ** 20 })
  const tete = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 40).toString('latin1'))
  if (tete === null) throw new Error('pdftoppm n’a pas rendu une image')
  const [debut, largeur] = [tete[0].length, Number(tete[1])]
  let [rouges, sombres] = [0, 0]
  for (let i = debut; i + 2 < ppm.length; i += 3) {
    const [r = 0, v = 0, b = 0] = ppm.subarray(i, i + 3)
    if (r > 120 && v < 60 && b < 60) rouges += 1
    if (r < 90 && v < 90 && b < 90) sombres += 1
  }
  return { largeur, rouges, sombres }
}
