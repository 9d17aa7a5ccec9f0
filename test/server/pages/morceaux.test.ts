import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assembler, BLOC_MAX, compresserMorceaux } from '../../../server/pages/morceaux.ts'

it('les morceaux d’une page, compressés chacun à part, font avec n’importe quel nom entre eux un seul fichier gzip', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 3000 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { minLength: 1, maxLength: 3 }),
      async (textes, noms) => {
        const morceaux = await compresserMorceaux(textes)
        for (const nom of noms) expect(gunzipSync(assembler(morceaux, nom)).toString()).toBe(textes.join(nom))
      },
    ),
    { numRuns: 200 },
  )
})

it('une page longue et répétée se compresse, et se rend entière', async () => {
  const rangee = '<tr><td class="s-NORMAL">1,2</td></tr>'.repeat(20_000)
  const page = assembler(await compresserMorceaux([rangee, rangee]), 'Anaïs')
  expect(page.length).toBeLessThan(rangee.length / 20)
  expect(gunzipSync(page).toString()).toBe(`${rangee}Anaïs${rangee}`)
})

it('un nom démesuré est coupé plutôt que d’abîmer la page', async () => {
  const page = assembler(await compresserMorceaux(['<', '>']), 'x'.repeat(BLOC_MAX + 10))
  expect(gunzipSync(page).toString()).toBe(`<${'x'.repeat(BLOC_MAX)}>`)
})
