import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import { MACHINE_DECISIONS, MACHINE_REUNIONS } from '../../../server/gestion/agenda/table.ts'
import { type Empechement, essayer } from '../../../server/gestion/machine.ts'
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

const FAITS = { aujourdhui: enJour('2026-11-23'), tenueLe: enJour('2026-11-12') }
const SAISIE = { texte: 'salle prise', jour: enJour('2026-11-19') }

const lire = (issue: { vers: string } | { empechement: Empechement }): string => {
  if ('vers' in issue) return issue.vers
  const { raison, phrase } = issue.empechement
  return raison === 'CONDITION' ? phrase : raison
}

const reunir = (etat: EtatReunion | null, acte: ActeReunion, role: Role, reste: Partial<typeof SAISIE> = {}) =>
  lire(essayer(MACHINE_REUNIONS, { etat, acte, role, faits: FAITS, saisie: { ...SAISIE, ...reste } }))

const decider = (etat: EtatDecision | null, acte: ActeDecision, role: Role, texte = 'salle prise') =>
  lire(essayer(MACHINE_DECISIONS, { etat, acte, role, faits: null, saisie: { texte } }))

const REUNIONS: Readonly<Record<EtatReunion | 'AUCUN', Partial<Record<ActeReunion, EtatReunion>>>> = {
  AUCUN: { PROGRAMMER: 'PREVUE' },
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
    [null, ...codes(ETATS_REUNION)].flatMap((etat) =>
      codes(ACTES_REUNION).flatMap((acte) => ROLES.map((role) => [etat, acte, role] as const)),
    ),
  )('%s, %s par %s', (etat, acte, role) => {
    const suivant = REUNIONS[etat ?? 'AUCUN'][acte]
    expect(reunir(etat, acte, role)).toBe(suivant === undefined ? 'ETAT' : role === 'gestionnaire' ? suivant : 'ROLE')
  })

  it.each([
    [
      'ne se tient pas demain',
      'CONVOQUEE',
      'TENIR',
      { jour: enJour('2026-11-24') },
      'La date ne peut pas être dans l’avenir.',
    ],
    ['se tient aujourd’hui', 'CONVOQUEE', 'TENIR', { jour: enJour('2026-11-23') }, 'TENUE'],
    ['ne se reporte pas sans motif', 'PREVUE', 'REPORTER', { texte: '' }, 'Un motif est demandé.'],
    ['ne s’annule pas sans motif', 'PREVUE', 'ANNULER', { texte: '' }, 'Un motif est demandé.'],
    [
      'n’a pas de compte rendu parti la veille',
      'TENUE',
      'ENVOYER',
      { jour: enJour('2026-11-11') },
      'Le compte rendu ne part pas avant la réunion.',
    ],
    ['peut avoir le sien le jour même', 'TENUE', 'ENVOYER', { jour: enJour('2026-11-12') }, 'COMPTE_RENDU_ENVOYE'],
    [
      'n’a pas de compte rendu parti demain',
      'TENUE',
      'ENVOYER',
      { jour: enJour('2026-11-24') },
      'La date ne peut pas être dans l’avenir.',
    ],
  ] as const)('%s', (_, etat, acte, reste, issue) => {
    expect(reunir(etat, acte, 'gestionnaire', reste)).toBe(issue)
  })
})

describe('une décision', () => {
  it.each(
    codes(ETATS_DECISION).flatMap((etat) =>
      codes(ACTES_DECISION).flatMap((acte) => ROLES.map((role) => [etat, acte, role] as const)),
    ),
  )('%s, %s par %s', (etat, acte, role) => {
    const suivant = DECISIONS[etat][acte]
    expect(decider(etat, acte, role)).toBe(suivant === undefined ? 'ETAT' : role === 'gestionnaire' ? suivant : 'ROLE')
  })

  it('ne s’abandonne ni ne se reprend sans motif', () => {
    expect(decider('A_FAIRE', 'ABANDONNER', 'gestionnaire', '')).toBe('Un motif est demandé.')
    expect(decider('FAITE', 'REPRENDRE', 'gestionnaire', '')).toBe('Un motif est demandé.')
  })
})
