import { createHash, randomBytes } from 'node:crypto'

/** Bytes of the instant, of chance, and of the mark that tells our own salts from others. */
const INSTANT = 4
const HASARD = 6
const SEL = 16

const marqueDe = (debut: Buffer): Buffer =>
  createHash('sha256')
    .update('infocentre sauvegarde')
    .update(debut)
    .digest()
    .subarray(0, SEL - INSTANT - HASARD)

/**
 * A salt that says when a backup was made, and that it is one. The format lets nothing else stand beside a passphrase in a
 * header: a salt need be unique, not secret, and no two backups have the same.
 */
export const creerSel = (creeLe: string): Buffer => {
  const debut = Buffer.alloc(INSTANT + HASARD)
  debut.writeUInt32BE(Date.parse(`${creeLe.replace(' ', 'T')}Z`) / 1000)
  randomBytes(HASARD).copy(debut, INSTANT)
  return Buffer.concat([debut, marqueDe(debut)])
}

/** When the backup of a salt was made, `AAAA-MM-JJ HH:MM:SS`; null where the salt is another's. */
export const lireSel = (sel: Buffer): string | null => {
  const debut = sel.subarray(0, INSTANT + HASARD)
  if (sel.length !== SEL || !sel.subarray(debut.length).equals(marqueDe(debut))) return null
  return new Date(debut.readUInt32BE() * 1000).toISOString().slice(0, 19).replace('T', ' ')
}
