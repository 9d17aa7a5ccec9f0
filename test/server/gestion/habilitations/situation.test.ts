import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enJour, joursEntre, plusJours } from '../../../../ingest/socle/jour.ts'
import { rappelDuCertificat } from '../../../../server/gestion/habilitations/certificat.ts'
import {
  type ActeRange,
  type Situation,
  situationDe,
  suiteDuDepart,
} from '../../../../server/gestion/habilitations/situation.ts'

const acte = (nom: ActeRange['acte'], vers: ActeRange['vers'], reste: Partial<ActeRange> = {}): ActeRange => ({
  ...{ acte: nom, vers, jour: null, depart_le: null, code: null, texte: '', le: '2026-11-09 10:00:00' },
  ...reste,
})

const OUVERTURE = acte('OUVRIR', 'OUVERTE', { jour: enJour('2025-01-06') })
const DEPART = acte('SIGNALER', 'SIGNALEE', {
  ...{ jour: enJour('2026-11-09'), depart_le: enJour('2026-11-06'), code: 'DEPART' },
})

describe('un départ signalé', () => {
  const situation = situationDe('Consultation', [OUVERTURE, DEPART])

  it.each([
    ['le jour même', '2026-11-09', 0, false],
    ['le lendemain', '2026-11-10', 1, true],
    ['deux semaines après', '2026-11-23', 14, true],
  ])('qui n’est pas clos, %s', (_, jour, jours, alerte) => {
    expect(suiteDuDepart(situation, enJour(jour))).toEqual({ due: '2026-11-09', jours, alerte })
  })

  it.each([
    ['le jour même', '2026-11-09', 0],
    ['le lendemain', '2026-11-10', 1],
  ])('clos %s dit son délai, et n’est plus une alerte', (_, jour, jours) => {
    const clos = situationDe('Consultation', [OUVERTURE, DEPART, acte('CLORE', 'CLOSE', { jour: enJour(jour) })])
    expect(suiteDuDepart(clos, enJour('2026-11-23'))).toEqual({ due: '2026-11-09', jours, alerte: false })
  })

  it('à venir se clôt au dernier jour de l’agent, non au jour où il est signalé', () => {
    const annonce = { ...DEPART, depart_le: enJour('2026-11-30') }
    const annoncee = situationDe('Consultation', [OUVERTURE, annonce])
    expect(suiteDuDepart(annoncee, enJour('2026-11-30'))).toMatchObject({ due: '2026-11-30', alerte: false })
    expect(suiteDuDepart(annoncee, enJour('2026-12-01'))).toMatchObject({ jours: 1, alerte: true })
  })

  it('retiré n’en est plus un ; un accès inutile n’en est pas un', () => {
    const retire = situationDe('Consultation', [OUVERTURE, DEPART, acte('REPRENDRE', 'OUVERTE')])
    expect([retire.etat, retire.signalement, suiteDuDepart(retire, enJour('2026-11-23'))]).toEqual([
      ...['OUVERTE', null, null],
    ])
    const inutile = situationDe('Consultation', [OUVERTURE, { ...DEPART, code: 'INUTILE' }])
    expect(suiteDuDepart(inutile, enJour('2026-11-23'))).toBeNull()
  })

  it('n’est jamais en alerte avant son jour, et l’est chaque jour après tant qu’il n’est pas clos', () => {
    const jours = fc.integer({ min: -400, max: 400 })
    fc.assert(
      fc.property(jours, jours, (depart, apres) => {
        const signale = enJour('2026-11-09')
        const departLe = plusJours(signale, depart)
        const lue: Situation = { ...situation, signalement: { motif: 'DEPART', le: signale, departLe } }
        const aujourdhui = plusJours(signale, apres)
        const due = depart > 0 ? departLe : signale
        expect(suiteDuDepart(lue, aujourdhui)?.alerte).toBe(joursEntre(due, aujourdhui) > 0)
      }),
    )
  })
})

describe('l’histoire d’une habilitation', () => {
  it('commence par son ouverture', () => {
    expect(() => situationDe('Consultation', [])).toThrow(RangeError)
    expect(() => situationDe('Consultation', [DEPART])).toThrow(RangeError)
  })

  it('dit le dernier profil, le dernier certificat et la dernière confirmation', () => {
    const lue = situationDe('Consultation', [
      OUVERTURE,
      acte('CERTIFIER', 'OUVERTE', { jour: enJour('2026-01-31') }),
      acte('CHANGER', 'OUVERTE', { texte: 'Responsable' }),
      acte('CONFIRMER', 'OUVERTE', { le: '2025-10-16 09:00:00' }),
      acte('CERTIFIER', 'OUVERTE', { jour: enJour('2027-01-31') }),
    ])
    expect(lue).toMatchObject({ profil: 'Responsable', certificat: '2027-01-31', confirmeeLe: '2025-10-16' })
  })

  it('close puis rouverte, elle n’a plus de jour de clôture', () => {
    const close = [OUVERTURE, DEPART, acte('CLORE', 'CLOSE', { jour: enJour('2026-11-10') })]
    expect(situationDe('C', close)).toMatchObject({ etat: 'CLOSE', closeLe: '2026-11-10', quitte: 'SIGNALEE' })
    expect(situationDe('C', [...close, acte('ROUVRIR', 'SIGNALEE')])).toMatchObject({ etat: 'SIGNALEE', closeLe: null })
  })
})

describe('un certificat', () => {
  const FIN = enJour('2027-03-01')

  it.each([
    ['soixante et un jours avant', 61, null],
    ['soixante jours avant', 60, 60],
    ['trente et un jours avant', 31, 60],
    ['trente jours avant', 30, 30],
    ['huit jours avant', 8, 30],
    ['sept jours avant', 7, 7],
    ['la veille', 1, 7],
    ['son dernier jour, où il vaut encore', 0, 7],
    ['le lendemain, expiré', -1, 0],
  ])('%s', (_, reste, seuil) => {
    const lu = rappelDuCertificat(FIN, plusJours(FIN, -reste))
    expect(lu).toEqual(seuil === null ? null : { reste, seuil })
  })
})
