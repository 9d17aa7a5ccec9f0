import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

/** What a backup is opened with: words that a person knows, or an age identity. */
export type Matiere =
  | { readonly de: 'PHRASE'; readonly phrase: string }
  | { readonly de: 'FICHIER'; readonly identite: string }

/** A key file of bytes, as former versions asked for. */
const OCTETS_DE_CLE = 32
export const LONGUEUR_PHRASE = 12

/** Reads a file that its owner alone may read. */
export const lireFichierPrive = (chemin: string, quoi: string): Buffer => {
  let mode: number
  try {
    mode = statSync(chemin).mode
  } catch (cause) {
    throw new ErreurInfocentre(
      'FICHIER_ABSENT',
      `${quoi} ${chemin} ne peut pas être lu : vérifier le chemin.`,
      {},
      { cause },
    )
  }
  if ((mode & 0o077) !== 0)
    throw new ErreurInfocentre(
      'FICHIER_OUVERT',
      `${quoi} ${chemin} est lisible par d’autres que son propriétaire : le protéger avec « chmod 600 ${chemin} ».`,
    )
  return readFileSync(chemin)
}

const IDENTITE = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m

/** Creates a key file, as `age-keygen` does, where there is none; whether it did. */
export const creerFichierDeCle = async (chemin: string): Promise<boolean> => {
  if (existsSync(chemin)) return false
  const identite = await generateIdentity()
  const publique = await identityToRecipient(identite)
  writeFileSync(chemin, `# public key: ${publique}\n${identite}\n`, { mode: 0o600, flag: 'wx' })
  return true
}

/** What a key file holds: an age identity, or bytes, whose hexadecimal writing is then the passphrase. */
export const lireFichierDeCle = (chemin: string): Matiere => {
  const octets = lireFichierPrive(chemin, 'Le fichier de clé')
  const identite = IDENTITE.exec(octets.toString('latin1'))?.[0]
  if (identite !== undefined) return { de: 'FICHIER', identite }
  if (octets.length < OCTETS_DE_CLE)
    throw new ErreurInfocentre(
      'CLE_COURTE',
      `Le fichier de clé ${chemin} est trop court : l’ôter, « sauvegarder --cle » en fera un, ou en faire un avec « age-keygen -o ${chemin} ».`,
    )
  return { de: 'PHRASE', phrase: octets.toString('hex') }
}
