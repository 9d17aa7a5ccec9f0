import { expect, it } from 'vitest'
import { lecteurUtf16 } from '../../../ingest/read/utf16.ts'

const TEXTE = '\ufeffé\u{1f600}\ud83dx\ude00\u{1f601}\n'

it.each([
  [false, 1],
  [false, 3],
  [true, 1],
  [true, 2],
  [true, 5],
  [true, 100],
])('l’UTF-16 se lit de même quels que soient les blocs : grand-boutiste %s, %i octets à la fois', (grand, taille) => {
  const octets = Buffer.from(TEXTE, 'utf16le')
  if (grand) octets.swap16()
  const { lire, comptes } = lecteurUtf16(grand)
  const bouts: Buffer[] = []
  for (let i = 0; i < octets.length; i += taille) bouts.push(lire(octets.subarray(i, i + taille), false))
  bouts.push(lire(Buffer.alloc(0), true))
  expect(Buffer.concat(bouts).toString()).toBe('é\u{1f600}\ufffdx\ufffd\u{1f601}\n')
  expect(comptes().repris).toBe(4)
})
