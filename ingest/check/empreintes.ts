import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'

type Texte = RawBuilder<unknown>

const BLOC = 64

const pad = (cle: Buffer, octet: number): RawBuilder<unknown> => {
  const bloc = Buffer.alloc(BLOC, octet)
  for (const [i, o] of cle.entries()) bloc[i] = o ^ octet
  return sql`from_hex(${bloc.toString('hex')})`
}

/** HMAC-SHA-256 (RFC 2104) of a text, in hexadecimal, computed by the engine. */
export const hmacSql = (secret: string): ((texte: Texte) => RawBuilder<string>) => {
  const brute = Buffer.from(secret, 'utf8')
  const cle = brute.length > BLOC ? createHash('sha256').update(brute).digest() : brute
  const interieur = pad(cle, 0x36)
  const exterieur = pad(cle, 0x5c)
  return (texte) => sql`sha256(${exterieur} || unhex(sha256(${interieur} || encode(${texte}))))`
}

const nombreSql = (hex: Texte, rang: Texte, chiffres: number): RawBuilder<unknown> =>
  sql`'0x' || substr(${hex}, ${rang} * ${chiffres} + 1, ${chiffres})`

/** The first 32 bits: enough to tell one demande's names apart over time, one change in four thousand million missed. */
export const sur32 = (hex: Texte): RawBuilder<unknown> => sql`(${nombreSql(hex, sql`0`, 8)})::UINTEGER`

/** 64 bits, the first ones or the next (`rang` 0, 1): among all the demandes of France, one chance in four million that two households share them. */
export const sur64 = (hex: Texte, rang: Texte): RawBuilder<unknown> => sql`(${nombreSql(hex, rang, 16)})::UBIGINT`
