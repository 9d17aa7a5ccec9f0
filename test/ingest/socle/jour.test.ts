import { addYears } from 'date-fns'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ansAvant, enJour, type Jour, jourDuNumero, plusJours } from '../../../ingest/socle/jour.ts'

it.each([
  ['2026-10-31', 16, '2010-10-31'],
  ['2026-03-01', 1, '2025-03-01'],
  ['2015-02-28', 111, '1904-02-29'],
  ['2015-02-27', 111, '1904-02-27'],
  ['2016-02-29', 1, '2015-02-28'],
  ['2016-02-29', 4, '2012-02-29'],
])('le %s, ont eu %i anniversaires ceux qui sont nés au plus tard le %s', (jour, annees, naissance) => {
  expect(ansAvant(enJour(jour), annees)).toBe(naissance)
})

/** The birthday that a birth has in a later year, as the calendar library counts. */
const anniversaire = (naissance: Jour, annees: number): string => {
  const [annee = 0, mois = 1, jour = 1] = naissance.split('-').map(Number)
  return addYears(new Date(annee, mois - 1, jour, 12), annees).toLocaleDateString('sv-SE')
}

it('le lendemain de ce jour, on n’a pas encore eu cet anniversaire', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30_000, max: 60_000 }), fc.integer({ min: 1, max: 120 }), (numero, annees) => {
      const jour = jourDuNumero(numero)
      const dernier = ansAvant(jour, annees)
      expect(anniversaire(dernier, annees) <= jour).toBe(true)
      expect(anniversaire(plusJours(dernier, 1), annees) > jour).toBe(true)
    }),
  )
})
