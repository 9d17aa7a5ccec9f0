import { createHash } from 'node:crypto'

/** SHA-256, in hexadecimal, of what a signature keeps as text. */
export const empreinteDesFaits = (texte: string): string => createHash('sha256').update(texte).digest('hex')
