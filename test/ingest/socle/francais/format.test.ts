import { describe, expect, it } from 'vitest'
import {
  deMois,
  formatCellule,
  formatDuree,
  formatEcart,
  formatEvolution,
  formatInstant,
  formatIntervalle,
  formatJour,
  formatJourDe,
  formatJours,
  formatMois,
  formatMoisCourt,
  formatNombre,
  formatPart,
  formatRepere,
} from '../../../../ingest/socle/francais/format.ts'
import { accord, compte, dansPhrase, enLettres, enumerer } from '../../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../../ingest/socle/francais/typographie.ts'
import { enJour, enMois } from '../../../../ingest/socle/jour.ts'

describe('les nombres', () => {
  it.each([
    [0, 0, '0'],
    [-0.4, 0, '0'],
    [999, 0, '999'],
    [1000, 0, '1\u202f000'],
    [158_695, 0, '158\u202f695'],
    [1_234_567.25, 1, '1\u202f234\u202f567,3'],
    [-1.3, 1, '−1,3'],
    [null, 0, '–'],
  ])('%s avec %i décimale s’écrit « %s »', (n, decimales, texte) => {
    expect(formatNombre(n, decimales)).toBe(texte)
  })

  it('une part prend une espace insécable avant le signe', () => {
    expect(formatPart(0.042)).toBe('4,2\u00a0%')
    expect(formatPart(1)).toBe('100,0\u00a0%')
    expect(formatPart(null)).toBe('–')
  })

  it('un repère n’a que les décimales qu’il lui faut', () => {
    expect(formatRepere('part', 0.05)).toBe('5\u00a0%')
    expect(formatRepere('part', 0.025)).toBe('2,5\u00a0%')
    expect(formatRepere('jours', 8)).toBe('8\u00a0j')
  })

  it('un délai entier n’a pas de décimale', () => {
    expect(formatJours(15.5)).toBe('15,5\u00a0j')
    expect(formatJours(15)).toBe('15\u00a0j')
  })

  it('un intervalle dit son unité une seule fois', () => {
    expect(formatIntervalle('part', 0.088, 0.216)).toBe('8,8 à 21,6\u00a0%')
    expect(formatIntervalle('jours', 3, 5.5)).toBe('3 à 5,5\u00a0j')
    expect(formatIntervalle('part', null, null)).toBe('–')
  })

  it('une évolution n’existe pas sans valeur de départ', () => {
    expect(formatEvolution(1019, 1000)).toBe('+1,9\u00a0%')
    expect(formatEvolution(950, 1000)).toBe('−5,0\u00a0%')
    expect(formatEvolution(10, 0)).toBeNull()
    expect(formatEvolution(5, 1)).toBeNull()
    expect([29, 30].map((avant) => formatEvolution(60, avant))).toEqual([null, '+100,0\u00a0%'])
    expect(formatEvolution(null, 10)).toBeNull()
  })

  it('un écart de parts se dit en points, au singulier sous deux', () => {
    expect(formatEcart('part', 0.021, 0.008)).toBe('+1,3\u00a0point')
    expect(formatEcart('part', 0.01, 0.03)).toBe('−2,0\u00a0points')
    expect(formatEcart('jours', 8, 10)).toBe('−2\u00a0j')
    expect(formatEcart('nombre', 1212, 1200)).toBe('+12')
  })

  it.each([
    [0.0504, 0.05, '5,0'],
    [0.064, 0.05, '6,4'],
    [0.19, 0.1, '19'],
    [0.104, 0.1, '10,4'],
    [0.1, 0.1, '10'],
    [0.42, null, '42'],
  ])('la cellule %s au seuil %s s’écrit « %s » : l’arrondi ne cache pas un dépassement', (valeur, seuil, texte) => {
    expect(formatCellule('part', valeur, seuil)).toBe(texte)
  })
})

describe('les dates', () => {
  it('un jour s’écrit JJ/MM/AAAA, un instant dit l’heure', () => {
    expect(formatJour(enJour('2026-10-31'))).toBe('31/10/2026')
    expect(formatJour(null)).toBe('–')
    expect(formatInstant('2026-11-03T07:12')).toBe('03/11/2026 à 07:12')
    expect(formatJourDe('2026-11-03T07:12')).toBe('03/11/2026')
    expect(formatJourDe('2026-11-03 23:59:59')).toBe('03/11/2026')
  })

  it('un mois s’écrit en entier ou en court', () => {
    expect(formatMois(enMois('2026-08'))).toBe('août 2026')
    expect(formatMoisCourt(enMois('2026-10'))).toBe('oct. 2026')
    expect(formatMoisCourt(enMois('2026-05'))).toBe('mai 2026')
  })

  it.each([
    ['octobre 2026', 'd’octobre 2026'],
    ['avril', 'd’avril'],
    ['août', 'd’août'],
    ['mars', 'de mars'],
  ])('« %s » s’élide en « %s »', (mois, texte) => {
    expect(deMois(mois)).toBe(texte)
  })

  it.each([
    [499, 'moins d’une seconde'],
    [500, '1\u00a0s'],
    [59_499, '59\u00a0s'],
    [59_500, '1\u00a0min'],
    [192_000, '3\u00a0min 12\u00a0s'],
  ])('%i ms se dit « %s »', (ms, texte) => {
    expect(formatDuree(ms)).toBe(texte)
  })
})

describe('les phrases', () => {
  it('le pluriel commence à deux', () => {
    expect(compte(0, 'alerte')).toBe('0\u00a0alerte')
    expect(compte(1, 'alerte')).toBe('1\u00a0alerte')
    expect(compte(2, 'alerte')).toBe('2\u00a0alertes')
    expect(accord(1.5, 'point')).toBe('point')
  })

  it('les petits nombres s’écrivent en lettres jusqu’à seize', () => {
    expect(enLettres(1, 'f')).toBe('une')
    expect(enLettres(16)).toBe('seize')
    expect(enLettres(17)).toBe('17')
  })

  it('une énumération finit par « et »', () => {
    expect(enumerer(['a'])).toBe('a')
    expect(enumerer(['a', 'b', 'c'])).toBe('a, b et c')
  })

  it('un libellé perd sa majuscule dans une phrase, pas un sigle', () => {
    expect(dansPhrase('Échéances')).toBe('échéances')
    expect(dansPhrase('RFR absent')).toBe('RFR absent')
  })

  it('la ponctuation prend ses espaces insécables', () => {
    expect(fr("l'un « deux » : 3 % ; quatre ?")).toBe('l’un «\u00a0deux\u00a0»\u00a0: 3\u00a0%\u202f; quatre\u202f?')
  })
})
