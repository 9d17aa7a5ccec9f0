import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enJour, plusJours } from '../../ingest/socle/jour.ts'
import { chiffresDeLAnnee, delaisDeTraitement, type Traitements } from '../../web/modeles/activite.ts'
import { direDuree } from '../../web/modeles/journal-activite.ts'

const RIEN: Traitements = { doublons: [], acces: [], departs: [] }
const chiffre = (code: string, traitements: Partial<Traitements>, annee = 2026) =>
  chiffresDeLAnnee([], { ...RIEN, ...traitements }, annee).find((un) => un.code === code)

describe('le travail du gestionnaire, mesuré', () => {
  it('le délai médian d’aucune chose traitée n’est pas zéro', () => {
    expect(delaisDeTraitement([])).toEqual({ mediane: null, nombre: 0 })
  })

  it('le délai médian est celui de la chose du milieu, quel que soit l’ordre', () => {
    const recue = enJour('2026-01-31')
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 30 }), (jours) => {
        const { mediane, nombre } = delaisDeTraitement(jours.map((n) => ({ recue, traitee: plusJours(recue, n) })))
        const tries = jours.toSorted((a, b) => a - b)
        const [bas, haut] = [
          tries[Math.floor((tries.length - 1) / 2)] ?? 0,
          tries[Math.ceil((tries.length - 1) / 2)] ?? 0,
        ]
        expect([mediane, nombre]).toEqual([(bas + haut) / 2, jours.length])
      }),
    )
  })

  it('un départ compte clos le jour même, clos après, ou pas clos ; celui du jour n’est pas encore dû', () => {
    const due = enJour('2026-11-09')
    const departs = [
      { due, jours: 0, clos: true },
      { due, jours: 3, clos: true },
      { due, jours: 14, clos: false },
      { due: enJour('2026-11-23'), jours: 0, clos: false },
      { due: enJour('2025-11-09'), jours: 0, clos: true },
    ]
    expect(chiffre('DEPARTS', { departs })).toMatchObject({ tenus: 1, attendus: 3, constat: '1\u00a0n’est pas clos' })
    expect(chiffre('DEPARTS', { departs }, 2025)).toMatchObject({ tenus: 1, attendus: 1, constat: 'tous sont clos' })
    expect(chiffre('DEPARTS', {})).toMatchObject({ tenus: 0, attendus: 0, constat: 'aucun départ signalé' })
  })

  it('une demande d’accès compte dans l’année de sa réponse', () => {
    const acces = [{ recue: enJour('2025-12-20'), traitee: enJour('2026-01-09') }]
    expect(chiffre('ACCES', { acces })).toMatchObject({ mediane: 20, nombre: 1 })
    expect(chiffre('ACCES', { acces }, 2025)).toMatchObject({ mediane: null, nombre: 0 })
  })

  it('ce que rien ne consigne n’est pas dit', () => {
    const codes = (traitements: Traitements) => chiffresDeLAnnee([], traitements, 2026).map(({ code }) => code)
    expect(codes(RIEN)).toEqual(['CONTROLES', 'COMPTES_RENDUS', 'DOUBLONS', 'ACCES', 'DEPARTS', 'OBLIGATIONS'])
    expect(codes({ ...RIEN, reclamations: [], questions: [] })).toContain('RECLAMATIONS')
  })

  it.each([
    [null, ''],
    [45, '45\u00a0min'],
    [60, '1\u00a0h'],
    [95, '1\u00a0h\u00a035'],
    [125, '2\u00a0h\u00a005'],
  ])('une durée de %s minutes se lit', (minutes, dite) => {
    expect(direDuree(minutes)).toBe(dite)
  })
})
