import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** OWASP's second profile for Argon2id: 19 MiB, two passes, one lane. The library's own default algorithm. */
const PARAMETRES = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hacher = (motDePasse: string): Promise<string> => hash(motDePasse.normalize('NFC'), PARAMETRES)

/** What an unknown account is checked against, so that its answer takes as long as a known one's. */
const leurre = hacher('aucun compte ne porte ce mot de passe')

/** Whether a password is an account's. With no account, or one without a password, the same work and « no ». */
export const correspond = async (motDePasse: string, hache: string | null): Promise<boolean> => {
  const juste = await verify(hache ?? (await leurre), motDePasse.normalize('NFC'))
  return juste && hache !== null
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPES = 4
const PAR_GROUPE = 5

/** A password to be given to somebody, read aloud without mistake: about 99 bits. */
export const tirerMotDePasse = (): string =>
  Array.from({ length: GROUPES }, () =>
    Array.from({ length: PAR_GROUPE }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-')
