import { addMinutes, addSeconds } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { createAnnonces } from '../../server/annonces.ts'

const MIDI = new Date('2026-11-23T12:00:00')
const FAIT = { fait: 'Le compte est fermé.' }

describe('ce qu’un acte a à dire', () => {
  it('est lu une fois, par le compte qui l’a fait', () => {
    const annonces = createAnnonces()
    const mot = annonces.deposer(1, FAIT, MIDI)
    expect(annonces.prendre(2, mot, MIDI)).toBeNull()
    expect(annonces.prendre(1, 'autre', MIDI)).toBeNull()
    expect(annonces.prendre(1, mot, MIDI)).toEqual(FAIT)
    expect(annonces.prendre(1, mot, MIDI)).toBeNull()
  })

  it.each([
    ['juste avant cinq minutes', addSeconds(MIDI, 299), FAIT],
    ['à cinq minutes', addMinutes(MIDI, 5), FAIT],
    ['après', addSeconds(MIDI, 301), null],
  ])('%s, %#', (_, quand, attendu) => {
    const annonces = createAnnonces()
    expect(annonces.prendre(1, annonces.deposer(1, FAIT, MIDI), quand)).toEqual(attendu)
  })

  it('s’oublie quand mille autres attendent', () => {
    const annonces = createAnnonces()
    const premier = annonces.deposer(1, FAIT, MIDI)
    const suivants = Array.from({ length: 1000 }, () => annonces.deposer(1, FAIT, MIDI))
    expect(annonces.prendre(1, premier, MIDI)).toBeNull()
    expect(annonces.prendre(1, suivants[0] ?? '', MIDI)).toEqual(FAIT)
  })
})
