import { closeSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'

/** The first words of every backup: the command that deletes old ones touches nothing else. */
export const MARQUE = 'INFOCENTRE-SAUVEGARDE 1 '

const LONGUEUR_MAX = 1024

const ENTETE = z.strictObject({
  /** `AAAA-MM-JJ HH:MM:SS`, where the backup was made. */
  cree_le: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
  /** Null for a backup in clear. */
  chiffrement: z.nullable(
    z.strictObject({
      de: z.enum(['PHRASE', 'FICHIER']),
      /** Hexadecimal: salts the key. */
      sel: z.string().regex(/^[0-9a-f]{32}$/),
      /** Tells another key from an altered file. */
      temoin: z.string().regex(/^[0-9a-f]{16}$/),
    }),
  ),
})

/** What a backup says of itself before its content, in clear, on one line. */
export type Entete = z.infer<typeof ENTETE>

export const ecrireEntete = (entete: Entete): Buffer => Buffer.from(`${MARQUE}${JSON.stringify(entete)}\n`)

/** The header of a file and its bytes, or null where the file is no backup of ours. */
export const lireEntete = (chemin: string): { entete: Entete; octets: Buffer } | null => {
  const bloc = Buffer.alloc(LONGUEUR_MAX)
  const fichier = openSync(chemin, 'r')
  const lus = readSync(fichier, bloc, 0, LONGUEUR_MAX, 0)
  closeSync(fichier)
  const fin = bloc.subarray(0, lus).indexOf('\n')
  if (fin === -1 || !bloc.subarray(0, fin).toString('latin1').startsWith(MARQUE)) return null
  const octets = bloc.subarray(0, fin + 1)
  try {
    return { entete: ENTETE.parse(JSON.parse(octets.subarray(MARQUE.length).toString('utf8'))), octets }
  } catch {
    return null
  }
}
