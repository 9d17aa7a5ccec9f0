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
