import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator application reads it: SHA-1, six digits, thirty seconds. */
const PERIODE = 30
const FENETRE = 1

const totpDe = (cle: string, courriel: string): TOTP =>
  new TOTP({ issuer: 'Infocentre', label: courriel, secret: Secret.fromBase32(cle), period: PERIODE, digits: 6 })

/** A new key, in base 32. */
export const tirerCle = (): string => new Secret({ size: 20 }).base32

/** What an authenticator application reads. */
export const adresseDe = (cle: string, courriel: string): string => totpDe(cle, courriel).toString()

/**
 * The time step of a valid code, one step of drift allowed either way; null for a wrong code, or one whose step is not
 * after the last one accepted: a code serves once.
 */
export const pasDuCode = (cle: string, code: string, maintenant: Date, dernierPas: number | null): number | null => {
  const timestamp = maintenant.getTime()
  const ecart = totpDe(cle, '').validate({ token: code.replace(/\s/g, ''), timestamp, window: FENETRE })
  if (ecart === null) return null
  const pas = Math.floor(timestamp / 1000 / PERIODE) + ecart
  return dernierPas !== null && pas <= dernierPas ? null : pas
}
