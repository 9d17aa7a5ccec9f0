import { createCipheriv, scrypt } from 'node:crypto'
import { Decrypter, Encrypter, identityToRecipient, type Recipient, Stanza } from 'age-encryption'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import type { Matiere } from './cle.ts'
import { creerSel } from './sel.ts'

type Octets = AsyncIterable<Uint8Array>

/** The word that marks our own files among those of the format. Who opens them passes over what they do not know. */
export const MARQUE = 'infocentre'

const ETIQUETTE = 'age-encryption.org/v1/scrypt'
/** 2^18: a quarter of a gibibyte and a good part of a second for each guess, as the format's own tool asks. */
const LOG_N = 18

/** A content as the web's streams give it, piece by piece as it is asked for. */
const enFlux = (source: Octets): ReadableStream<Uint8Array> => {
  const suite = source[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (flux) => {
      const { done, value } = await suite.next()
      if (done) flux.close()
      else flux.enqueue(value)
    },
    cancel: async () => {
      await suite.return?.()
    },
  })
}

const base64 = (octets: Buffer): string => octets.toString('base64').replace(/=+$/, '')

const deriver = (phrase: string, sel: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const salage = Buffer.concat([Buffer.from(ETIQUETTE), sel])
    scrypt(phrase, salage, 32, { N: 2 ** LOG_N, r: 8, p: 1, maxmem: 2 ** 29 }, (cause, cle) =>
      cause ? reject(cause) : resolve(cle),
    )
  })

/** The format's passphrase, with a salt of ours. */
const dePhrase = (phrase: string, creeLe: string): Recipient => ({
  wrapFileKey: async (cleDuFichier) => {
    const sel = creerSel(creeLe)
    const cle = await deriver(phrase, sel)
    const chiffre = createCipheriv('chacha20-poly1305', cle, Buffer.alloc(12), { authTagLength: 16 })
    const corps = Buffer.concat([chiffre.update(cleDuFichier), chiffre.final(), chiffre.getAuthTag()])
    return [new Stanza(['scrypt', base64(sel), String(LOG_N)], corps)]
  },
})

const deLaMarque = (creeLe: string): Recipient => ({
  wrapFileKey: () => [new Stanza([MARQUE, creeLe.replace(' ', 'T')], new Uint8Array())],
})

/** A content in the age format, as it comes; its header says when it was made. */
export const chiffrer = async (source: Octets, matiere: Matiere, creeLe: string): Promise<Octets> => {
  const age = new Encrypter()
  if (matiere.de === 'PHRASE') age.addRecipient(dePhrase(matiere.phrase, creeLe))
  else {
    age.addRecipient(await identityToRecipient(matiere.identite))
    age.addRecipient(deLaMarque(creeLe))
  }
  return age.encrypt(enFlux(source))
}

/**
 * The content of a file in the age format, each piece checked before it is given.
 *
 * @throws ErreurInfocentre where the words or the key are not those it was made with, or its header is altered.
 */
export const dechiffrer = async (source: Octets, matiere: Matiere): Promise<Octets> => {
  const age = new Decrypter()
  if (matiere.de === 'PHRASE') age.addPassphrase(matiere.phrase)
  else age.addIdentity(matiere.identite)
  try {
    return await age.decrypt(enFlux(source))
  } catch (cause) {
    throw new ErreurInfocentre(
      'CLE_REFUSEE',
      'La phrase secrète ou le fichier de clé n’est pas celui de cette sauvegarde, ou l’en-tête de la sauvegarde est altéré : rien n’a été restauré.',
      {},
      { cause },
    )
  }
}
