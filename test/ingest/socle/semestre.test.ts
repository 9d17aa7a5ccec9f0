import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../../ingest/socle/jour.ts'
import {
  direSemestre,
  jusquA,
  lireSemestre,
  pendantPeriode,
  semestreDe,
  semestrePlus,
  unAnPlusTot,
} from '../../../ingest/socle/semestre.ts'

const lire = (code: string) => {
  const lu = lireSemestre(code)
  if (lu === null) throw new RangeError(code)
  return lu
}

describe('un semestre', () => {
  it('va de janvier à juin, ou de juillet à décembre', () => {
    expect(lire('2026-S1')).toMatchObject({ debut: '2026-01-01', fin: '2026-06-30' })
    expect(lire('2026-S2')).toMatchObject({ debut: '2026-07-01', fin: '2026-12-31' })
    expect(lire('2026-S2').mois).toEqual(['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'])
  })

  it.each([
    ['2026-01', '2026-S1'],
    ['2026-06', '2026-S1'],
    ['2026-07', '2026-S2'],
    ['2026-12', '2026-S2'],
  ])('de %s est %s', (mois, code) => {
    expect(semestreDe(enMois(mois)).code).toBe(code)
  })

  it.each(['', '2026', '2026-S3', '2026-S0', 'S1-2026', '2026-S11'])('ne se lit pas dans « %s »', (texte) => {
    expect(lireSemestre(texte)).toBeNull()
  })

  it('se compte d’une année à l’autre', () => {
    expect(semestrePlus(lire('2026-S1'), -1).code).toBe('2025-S2')
    expect(semestrePlus(lire('2026-S2'), 1).code).toBe('2027-S1')
  })

  it('se dit entier, ou par ceux de ses mois qui sont connus', () => {
    const entier = lire('2026-S2')
    expect(direSemestre(entier)).toBe('2e semestre 2026')
    expect(pendantPeriode(entier)).toBe('au 2e semestre 2026')
    expect(pendantPeriode(jusquA(entier, enMois('2026-10')))).toBe('de juillet à octobre 2026')
    expect(pendantPeriode(jusquA(entier, enMois('2026-07')))).toBe('en juillet 2026')
    expect(pendantPeriode(unAnPlusTot(jusquA(entier, enMois('2026-10'))))).toBe('de juillet à octobre 2025')
  })

  it('a ses mêmes mois un an plus tôt, février bissextile compris', () => {
    const fevrier = { debut: enJour('2025-01-01'), fin: enJour('2025-02-28') }
    expect(unAnPlusTot(fevrier)).toEqual({ debut: '2024-01-01', fin: '2024-02-29' })
  })
})
