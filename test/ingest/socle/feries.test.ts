import { describe, expect, it } from 'vitest'
import { estOuvre, feriesDe, jourDeLaSemaine, paques, reporter } from '../../../ingest/socle/feries.ts'
import { enJour, plusJours } from '../../../ingest/socle/jour.ts'

describe('le dimanche de Pâques', () => {
  // Published by the Bureau des longitudes (table of the dates of Easter); 1818 and 1943 are its two extremes.
  it.each([
    ['1818-03-22'],
    ['1943-04-25'],
    ['1954-04-18'],
    ['1981-04-19'],
    ['2000-04-23'],
    ['2008-03-23'],
    ['2011-04-24'],
    ['2023-04-09'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2028-04-16'],
    ['2038-04-25'],
    ['2076-04-19'],
  ])('%s', (jour) => {
    expect(paques(Number(jour.slice(0, 4)))).toBe(jour)
  })

  it('est toujours un dimanche, du 22 mars au 25 avril', () => {
    for (let annee = 1900; annee <= 2200; annee += 1) {
      const jour = paques(annee)
      expect(jourDeLaSemaine(jour)).toBe(7)
      expect(jour.slice(5) >= '03-22' && jour.slice(5) <= '04-25').toBe(true)
    }
  })
})

describe('les jours fériés', () => {
  // As service-public.gouv.fr publishes them.
  it.each([
    [
      2026,
      [
        ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25'],
        ...['2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'],
      ],
    ],
    [
      2027,
      [
        ...['2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17'],
        ...['2027-07-14', '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25'],
      ],
    ],
    // The Ascension fell on 1 May: two names, one day.
    [
      2008,
      [
        ...['2008-01-01', '2008-03-24', '2008-05-01', '2008-05-08', '2008-05-12', '2008-07-14'],
        ...['2008-08-15', '2008-11-01', '2008-11-11', '2008-12-25'],
      ],
    ],
  ])('de %i', (annee, jours) => {
    expect([...feriesDe(annee).keys()].toSorted()).toEqual(jours)
  })

  it('sont deux de plus en Moselle et en Alsace, un de plus outre-mer', () => {
    expect(feriesDe(2026, '067').get(enJour('2026-04-03'))).toBe('Vendredi saint')
    expect(feriesDe(2026, '057').has(enJour('2026-12-26'))).toBe(true)
    expect(feriesDe(2026, '013').has(enJour('2026-04-03'))).toBe(false)
    expect(feriesDe(2026, '974').get(enJour('2026-12-20'))).toBe('Abolition de l’esclavage')
    expect(feriesDe(2026, '972').has(enJour('2026-05-22'))).toBe(true)
  })
})

describe('une échéance', () => {
  it.each([
    ['un vendredi, reste', '2026-07-31', '2026-07-31'],
    ['un samedi, passe au lundi', '2026-02-28', '2026-03-02'],
    ['un dimanche, passe au lundi', '2027-01-31', '2027-02-01'],
    ['un samedi férié avant un dimanche, passe au lundi', '2026-08-15', '2026-08-17'],
    ['un dimanche avant le lundi de Pâques, passe au mardi', '2026-04-05', '2026-04-07'],
    ['un férié du milieu de semaine, passe au lendemain', '2026-11-11', '2026-11-12'],
    ['la veille d’un férié, reste', '2026-11-10', '2026-11-10'],
    ['un 1er janvier de vendredi, passe au lundi', '2027-01-01', '2027-01-04'],
  ])('%s', (_, jour, attendu) => {
    expect(reporter(enJour(jour))).toBe(attendu)
  })

  it('tombe toujours un jour ouvré, quatre jours plus tard au plus', () => {
    let jour = enJour('2020-01-01')
    for (let n = 0; n < 4000; n += 1) {
      const reporte = reporter(jour)
      expect(estOuvre(reporte)).toBe(true)
      expect(reporte >= jour && reporte <= plusJours(jour, 4)).toBe(true)
      jour = plusJours(jour, 1)
    }
  })

  it('tient compte des fériés du territoire', () => {
    expect(reporter(enJour('2026-04-03'), '068')).toBe('2026-04-07')
    expect(reporter(enJour('2026-04-03'), '013')).toBe('2026-04-03')
  })
})
