import { expect, it } from 'vitest'
import { charger, demande, texte } from '../fichiers-reels.ts'

const attribuee = (rang: number, saisie: string, motif_radiation = 'ATTRIBUTION') =>
  demande(rang, {
    statut: 'RADIEE',
    date_radiation: '2026-10-20',
    date_saisie_radiation: saisie,
    motif_radiation,
  })

it.each([
  ['la veille de sa date', ['2026-10-30'], 0],
  ['à sa date', ['2026-10-31'], 0],
  ['le lendemain', ['2026-11-01'], 1],
  ['huit jours après, d’autres avant', ['2026-11-08', '2026-10-21'], 8],
  ['jamais', [], 0],
])('une extraction est dite faite après sa date quand une attribution y est saisie %s', async (_, saisies, jours) => {
  const { rapport } = await charger(texte(demande(0), ...saisies.map((saisie, i) => attribuee(i + 1, saisie))))
  expect([rapport.rejetees, rapport.extraite_apres]).toEqual([0, jours])
})

it('une radiation d’un autre motif n’en dit rien', async () => {
  const { rapport } = await charger(texte(demande(0), attribuee(1, '2026-11-08', 'RENONCIATION')))
  expect(rapport.extraite_apres).toBe(0)
})
