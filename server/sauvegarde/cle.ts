import { createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import type { Entete } from './entete.ts'

/** What a backup's key is made of: words that a person knows, or the bytes of a file. */
export interface Matiere {
  readonly de: 'PHRASE' | 'FICHIER'
  readonly octets: Buffer
}

const OCTETS_DE_CLE = 32
export const LONGUEUR_PHRASE = 12
/** 128 MiB and a good part of a second for each guess. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 }

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

export const lireFichierDeCle = (chemin: string): Matiere => {
  const octets = lireFichierPrive(chemin, 'Le fichier de clé')
  if (octets.length < OCTETS_DE_CLE)
    throw new ErreurInfocentre(
      'CLE_COURTE',
      `Le fichier de clé ${chemin} est trop court : en faire un avec « openssl rand -out ${chemin} ${OCTETS_DE_CLE} ».`,
    )
  return { de: 'FICHIER', octets }
}

const deriver = ({ de, octets }: Matiere, sel: Buffer): Promise<Buffer> =>
  de === 'FICHIER'
    ? Promise.resolve(Buffer.from(hkdfSync('sha256', octets, sel, 'infocentre sauvegarde', OCTETS_DE_CLE)))
    : new Promise((resolve, reject) => {
        scrypt(octets.toString('utf8').normalize('NFC'), sel, OCTETS_DE_CLE, SCRYPT, (cause, cle) =>
          cause ? reject(cause) : resolve(cle),
        )
      })

const temoinDe = (cle: Buffer): string => createHmac('sha256', cle).update('témoin').digest('hex').slice(0, 16)

/** A new backup's key, and what its header says of it. */
export const creerCle = async (
  matiere: Matiere,
): Promise<{ cle: Buffer; chiffrement: NonNullable<Entete['chiffrement']> }> => {
  const sel = randomBytes(16)
  const cle = await deriver(matiere, sel)
  return { cle, chiffrement: { de: matiere.de, sel: sel.toString('hex'), temoin: temoinDe(cle) } }
}

/**
 * The key of an existing backup.
 *
 * @throws ErreurInfocentre where the words or the file are not those it was made with.
 */
export const retrouverCle = async (
  matiere: Matiere,
  { sel, temoin }: NonNullable<Entete['chiffrement']>,
): Promise<Buffer> => {
  const cle = await deriver(matiere, Buffer.from(sel, 'hex'))
  if (temoinDe(cle) !== temoin)
    throw new ErreurInfocentre(
      'CLE_REFUSEE',
      'La phrase secrète ou le fichier de clé n’est pas celui de cette sauvegarde, ou l’en-tête de la sauvegarde est altéré : rien n’a été restauré.',
    )
  return cle
}
