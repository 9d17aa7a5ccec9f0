import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../ingest/socle/jour.ts'
import type { Irregularite } from '../../metrics/attributions/irregularite.ts'
import type { LigneAttributions } from '../../metrics/attributions/lire.ts'
import { direIrregularites, noteAttendues } from '../../web/modeles/notes-attributions.ts'

const mois = (nom: string, plus: Partial<LigneAttributions> = {}): LigneAttributions => ({
  mois: enMois(nom),
  enregistrees: 100,
  estimees: null,
  part_enregistree: null,
  ic_bas: null,
  ic_haut: null,
  provisoire: true,
  delai_median: 3,
  delai_p90: 9,
  irregularites: [],
  ...plus,
})

const avec = (...irregularites: readonly Irregularite[]) => mois('2026-08', { irregularites })

describe('les mois qui ne sont pas estimés', () => {
  it.each([
    [
      'inconnus, et non nuls',
      [mois('2026-01', { enregistrees: null })],
      /^1.mois avant la première attribution saisie/,
    ],
    ['trop peu d’histoire', [mois('2026-10')], /^Il faut trois mois complets/],
    ['sous un quart', [mois('2026-10', { part_enregistree: 0.2 })], /^Octobre 2026 n’est saisi qu’à 20/],
    [
      'plusieurs sous un quart',
      ['2026-09', '2026-10'].map((m) => mois(m, { part_enregistree: 0.1 })),
      /^2.mois sont saisis/,
    ],
  ])('%s', (_, estimations, attendue) => {
    expect(noteAttendues(estimations)).toMatch(attendue)
  })

  it('rien à dire d’un mois estimé ni d’un mois définitif', () => {
    expect(noteAttendues([mois('2026-10', { estimees: 120 }), mois('2026-01', { provisoire: false })])).toBeUndefined()
  })
})

describe('ce qui est irrégulier, en une phrase', () => {
  const rattrapage: Irregularite = { sorte: 'RATTRAPAGE', date: enJour('2026-08-25'), nombre: 60 }
  const silence: Irregularite = { sorte: 'SILENCE', date: enJour('2026-07-05'), nombre: 27 }

  it('un rattrapage et une reprise disent leur jour et leur nombre', () => {
    expect(direIrregularites([avec(rattrapage)])[0]).toMatch(/^Rattrapage.: le 25\/08\/2026, 60 baux anciens/)
    expect(direIrregularites([avec({ ...rattrapage, sorte: 'REPRISE', nombre: 2029 })])[0]).toMatch(
      /^Reprise de données.: le 25\/08\/2026, 2.029 attributions/,
    )
  })

  it('un silence dit son premier et son dernier jour', () => {
    expect(direIrregularites([avec(silence)])[0]).toMatch(
      /^Silence.: du 05\/07\/2026 au 31\/07\/2026, rien n’a été saisi pendant 27 jours/,
    )
  })

  it('chacun une fois, du plus ancien au plus récent', () => {
    const phrases = direIrregularites([avec(rattrapage), avec(rattrapage, silence)])
    expect(phrases.map((phrase) => phrase.slice(0, 7))).toEqual(['Silence', 'Rattrap'])
  })
})
