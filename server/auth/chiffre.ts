import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ALGORITHME = 'aes-256-gcm'
const NONCE = 12
const SCEAU = 16

const cleDe = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'infocentre', 'seconds facteurs', 32))

/** Enciphers a text under the installation's secret, which lives outside the base's folder. */
export const chiffrer = (texte: string, secret: string): string => {
  const nonce = randomBytes(NONCE)
  const chiffreur = createCipheriv(ALGORITHME, cleDe(secret), nonce)
  const corps = Buffer.concat([chiffreur.update(texte, 'utf8'), chiffreur.final()])
  return Buffer.concat([nonce, chiffreur.getAuthTag(), corps]).toString('base64')
}

/** The text again; null under another secret, or where it was touched. */
export const dechiffrer = (chiffre: string, secret: string): string | null => {
  const octets = Buffer.from(chiffre, 'base64')
  try {
    const dechiffreur = createDecipheriv(ALGORITHME, cleDe(secret), octets.subarray(0, NONCE), { authTagLength: SCEAU })
    dechiffreur.setAuthTag(octets.subarray(NONCE, NONCE + SCEAU))
    return Buffer.concat([dechiffreur.update(octets.subarray(NONCE + SCEAU)), dechiffreur.final()]).toString('utf8')
  } catch {
    return null
  }
}
