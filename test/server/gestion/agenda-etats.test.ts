import { describe, expect, it } from 'vitest'
import { ROLES } from '../../../server/acces/roles.ts'
import { avancerDecision, avancerReunion, direManque, type Situation } from '../../../server/gestion/agenda/etats.ts'
import {
  ACTES_DECISION,
  ACTES_REUNION,
  type ActeDecision,
  type ActeReunion,
  ETATS_DECISION,
  ETATS_REUNION,
  type EtatDecision,
  type EtatReunion,
} from '../../../web/agenda.ts'

const codes = <T extends string>(mots: Readonly<Record<T, string>>) => Object.keys(mots) as T[]

const PRET: Situation = { motif: 'salle prise', jour: '2026-11-19', aujourdhui: '2026-11-23', tenueLe: '2026-11-12' }

const REUNIONS: Readonly<Record<EtatReunion, Partial<Record<ActeReunion, EtatReunion>>>> = {
  PREVUE: {
    ...{ ORDONNER: 'PREVUE', CONVOQUER: 'CONVOQUEE', REPORTER: 'PREVUE', POINTER: 'PREVUE' },
    ...{ TENIR: 'TENUE', ANNULER: 'ANNULEE' },
  },
  CONVOQUEE: {
    ...{ ORDONNER: 'CONVOQUEE', REPORTER: 'PREVUE', POINTER: 'CONVOQUEE', TENIR: 'TENUE', ANNULER: 'ANNULEE' },
  },
  TENUE: { POINTER: 'TENUE', DECIDER: 'TENUE', ENVOYER: 'COMPTE_RENDU_ENVOYE' },
  COMPTE_RENDU_ENVOYE: { DECIDER: 'COMPTE_RENDU_ENVOYE' },
  ANNULEE: {},
}

const DECISIONS: Readonly<Record<EtatDecision, Partial<Record<ActeDecision, EtatDecision>>>> = {
  A_FAIRE: { FAIRE: 'FAITE', ABANDONNER: 'ABANDONNEE' },
  FAITE: { REPRENDRE: 'A_FAIRE' },
  ABANDONNEE: { REPRENDRE: 'A_FAIRE' },
}

describe('une réunion', () => {
  it.each(
    codes(ETATS_REUNION).flatMap((etat) =>
      codes(ACTES_REUNION).flatMap((acte) => ROLES.map((role) => [etat, acte, role] as const)),
    ),
  )('%s, %s par %s', (etat, acte, role) => {
    const suivant = REUNIONS[etat][acte]
    const attendu =
      suivant === undefined ? { manque: 'ETAT' } : role === 'gestionnaire' ? { suivant } : { manque: 'ROLE' }
    expect(avancerReunion(etat, acte, role, PRET)).toEqual(attendu)
  })

  it.each([
    ['ne se tient pas demain', 'CONVOQUEE', 'TENIR', { jour: '2026-11-24' }, 'JOUR_PASSE'],
    ['se tient aujourd’hui', 'CONVOQUEE', 'TENIR', { jour: '2026-11-23' }, null],
    ['ne se reporte pas sans motif', 'PREVUE', 'REPORTER', { motif: '' }, 'MOTIF'],
    ['ne s’annule pas sans motif', 'PREVUE', 'ANNULER', { motif: '' }, 'MOTIF'],
    ['n’a pas de compte rendu parti la veille', 'TENUE', 'ENVOYER', { jour: '2026-11-11' }, 'APRES_LA_REUNION'],
    ['peut avoir le sien le jour même', 'TENUE', 'ENVOYER', { jour: '2026-11-12' }, null],
  ] as const)('%s', (_, etat, acte, reste, manque) => {
    const issue = avancerReunion(etat, acte, 'gestionnaire', { ...PRET, ...reste })
    expect('manque' in issue ? issue.manque : null).toBe(manque)
    if (manque !== null) expect(direManque(manque)).toMatch(/^[A-Z].*\.$/)
  })
})

describe('une décision', () => {
  it.each(
    codes(ETATS_DECISION).flatMap((etat) =>
      codes(ACTES_DECISION).flatMap((acte) => ROLES.map((role) => [etat, acte, role] as const)),
    ),
  )('%s, %s par %s', (etat, acte, role) => {
    const suivant = DECISIONS[etat][acte]
    const attendu =
      suivant === undefined ? { manque: 'ETAT' } : role === 'gestionnaire' ? { suivant } : { manque: 'ROLE' }
    expect(avancerDecision(etat, acte, role, PRET)).toEqual(attendu)
  })

  it('ne s’abandonne ni ne se reprend sans motif', () => {
    const sans = { ...PRET, motif: '' }
    expect(avancerDecision('A_FAIRE', 'ABANDONNER', 'gestionnaire', sans)).toEqual({ manque: 'MOTIF' })
    expect(avancerDecision('FAITE', 'REPRENDRE', 'gestionnaire', sans)).toEqual({ manque: 'MOTIF' })
  })
})
