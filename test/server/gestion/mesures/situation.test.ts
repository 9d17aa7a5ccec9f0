import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../../../ingest/socle/jour.ts'
import {
  estAmelioree,
  estCorrigee,
  type LigneSuivie,
  sansAmelioration,
} from '../../../../server/gestion/mesures/amelioration.ts'
import { estEnRetard, proposer } from '../../../../server/gestion/mesures/proposer.ts'
import { type ActeRange, aAtteintLeComite, situationDe } from '../../../../server/gestion/mesures/situation.ts'
import { faits } from './faits.ts'

const acte = (lequel: Pick<ActeRange, 'acte' | 'vers' | 'le'> & Partial<ActeRange>): ActeRange => ({
  jour: null,
  code: null,
  texte: '',
  plan: '',
  ...lequel,
})

const OUVERTURE = acte({
  acte: 'OUVRIR',
  vers: 'SIGNALEMENT_INFORMEL',
  le: '2026-09-08 09:00:00',
  jour: enJour('2026-10-08'),
  texte: 'constat',
})
const PLAN = acte({
  acte: 'REPONDRE',
  vers: 'SIGNALEMENT_INFORMEL',
  le: '2026-09-20 10:00:00',
  plan: 'former',
  texte: 'vacance',
})
const FORMELLE = acte({
  acte: 'FORMALISER',
  vers: 'DEMANDE_FORMALISEE',
  le: '2026-10-12 09:00:00',
  jour: enJour('2026-10-27'),
})

describe('la situation d’une mesure', () => {
  it('se lit de son histoire : ce qui est reçu avant la demande n’y répond pas', () => {
    const s = situationDe([OUVERTURE, PLAN, FORMELLE])
    expect([s.etat, s.planRecu, s.observationsRecues, s.observationsSurDemande]).toEqual([
      'DEMANDE_FORMALISEE',
      '2026-09-20',
      '2026-09-20',
      null,
    ])
    expect([s.echeance, s.formaliseeLe, aAtteintLeComite(s)]).toEqual(['2026-10-27', '2026-10-12', false])
  })

  it('garde ce que le comité a vu, close puis rouverte dans l’étape quittée', () => {
    const signalee = acte({ acte: 'SIGNALER', vers: 'SIGNALEMENT_COPIL_PREFET', le: '2026-11-02 09:00:00' })
    const close = acte({ acte: 'CLORE', vers: 'CLOSE', le: '2026-11-20 09:00:00', code: 'SANS_OBJET' })
    const s = situationDe([OUVERTURE, FORMELLE, signalee, close])
    expect([s.etat, s.quitte, s.cloture, aAtteintLeComite(s)]).toEqual([
      'CLOSE',
      'SIGNALEMENT_COPIL_PREFET',
      { code: 'SANS_OBJET', le: '2026-11-20' },
      true,
    ])
    const rouverte = acte({ acte: 'ROUVRIR', vers: 'SIGNALEMENT_COPIL_PREFET', le: '2026-11-25 09:00:00', texte: 'r' })
    const r = situationDe([OUVERTURE, FORMELLE, signalee, close, rouverte])
    expect([r.etat, r.cloture, aAtteintLeComite(r)]).toEqual(['SIGNALEMENT_COPIL_PREFET', null, true])
  })

  it('ne se lit pas d’une histoire sans ouverture', () => {
    expect(() => situationDe([])).toThrow(RangeError)
    expect(() => situationDe([FORMELLE])).toThrow(RangeError)
  })
})

/** A line frozen in August with an interval from 6.5 %, and what later months show. */
const ligne = (
  ...points: readonly (readonly [mois: string, jour: string, valeur: number | null, statut: string | null])[]
) =>
  ({
    preuve: { mois: enMois('2026-08'), ic_bas: 0.065 },
    points: points.map(([mois, jour, valeur, statut]) => ({
      mois: enMois(mois),
      instantane: enJour(jour),
      valeur,
      statut,
    })),
  }) as LigneSuivie

const AOUT = ['2026-08', '2026-08-31', 0.122, 'ALERTE'] as const
const SEPTEMBRE = ['2026-09', '2026-09-30', 0.133, 'ALERTE'] as const
const OCTOBRE = ['2026-10', '2026-10-31', 0.14, 'ALERTE'] as const

describe('l’amélioration', () => {
  it.each([
    [0.14, 'ALERTE', false],
    [0.065, 'ALERTE', false],
    [0.0649, 'ALERTE', true],
    [0.12, 'SURVEILLANCE', true],
    [null, 'NON_SIGNIFICATIF', true],
    [null, 'SANS_OBJET', false],
    [null, null, false],
  ])('valeur %s, état %s : %s', (valeur, statut, attendu) => {
    const { preuve, points } = ligne(['2026-09', '2026-09-30', valeur, statut])
    expect(points.map((point) => estAmelioree(preuve, point))).toEqual([attendu])
  })

  it('se juge des deux derniers instantanés d’après le plan', () => {
    const deux = [ligne(AOUT, SEPTEMBRE, OCTOBRE)]
    expect(sansAmelioration(deux, enJour('2026-09-29'))).toBe(true)
    expect(sansAmelioration(deux, enJour('2026-09-30'))).toBe(false)
    const mieux = [ligne(AOUT, SEPTEMBRE, ['2026-10', '2026-10-31', 0.03, 'NORMAL'])]
    expect(sansAmelioration(mieux, enJour('2026-09-29'))).toBe(false)
    expect(sansAmelioration([...mieux, ...deux], enJour('2026-09-29'))).toBe(true)
  })

  it('est une correction après deux mois de suite hors alerte, depuis la preuve', () => {
    const mois = [enMois('2026-09'), enMois('2026-10')]
    const bonne = ligne(
      AOUT,
      ['2026-09', '2026-09-30', 0.03, 'NORMAL'],
      ['2026-10', '2026-10-31', 0.06, 'SURVEILLANCE'],
    )
    expect(estCorrigee([bonne], mois)).toBe(true)
    expect(estCorrigee([bonne, ligne(AOUT, SEPTEMBRE, OCTOBRE)], mois)).toBe(false)
    expect(estCorrigee([ligne(AOUT, ['2026-10', '2026-10-31', 0.03, 'NORMAL'])], mois)).toBe(false)
    expect(estCorrigee([bonne], [enMois('2026-08'), enMois('2026-09')])).toBe(false)
    expect(estCorrigee([], mois)).toBe(false)
  })
})

describe('l’acte proposé', () => {
  const formelle = { etat: 'DEMANDE_FORMALISEE', formaliseeLe: enJour('2026-09-12') } as const
  const lendemain = { aujourdhui: enJour('2026-10-09') }
  it.each([
    ['attendre la réponse', {}, null, /jusqu’au 08\/10\/2026/],
    ['formaliser sans plan', lendemain, 'FORMALISER', /passée depuis 1.jour, sans plan/],
    ['attendre l’effet du plan', { ...lendemain, planRecu: enJour('2026-10-01') }, null, /reçu depuis le 01\/10\/2026/],
    ['formaliser sans effet', { planRecu: enJour('2026-09-10'), sansAmelioration: true }, 'FORMALISER', /pas d’amél/],
    ['enregistrer l’envoi', formelle, 'ENVOYER', /rien ne prouve/],
    ['attendre les observations', { ...formelle, envoiDeLaDemande: enJour('2026-09-13') }, null, /n’est pas passé/],
    [
      'signaler un silence',
      { ...formelle, ...lendemain, envoiDeLaDemande: enJour('2026-09-13') },
      'SIGNALER',
      /l’envoi du 13\/09\/2026 prouve/,
    ],
    ['clore', { ...formelle, corrigee: true }, 'CLORE', /deux mois de suite/],
    ['attendre l’État', { etat: 'SIGNALEMENT_COPIL_PREFET', signaleeLe: enJour('2026-10-01') }, null, /saisis depuis/],
  ] as const)('%s', (_, f, attendu, raison) => {
    const propose = proposer(faits(f))
    expect(propose?.acte).toBe(attendu)
    expect(`${propose?.titre} ${propose?.raison}`).toMatch(raison)
  })

  it('n’est rien d’une mesure close ; un retard n’est que d’une réponse attendue', () => {
    expect(proposer(faits({ etat: 'CLOSE' }))).toBe(null)
    expect(estEnRetard(faits(lendemain))).toBe(true)
    expect(estEnRetard(faits())).toBe(false)
    expect(estEnRetard(faits({ ...lendemain, planRecu: enJour('2026-10-08') }))).toBe(false)
    expect(estEnRetard(faits({ ...lendemain, etat: 'CLOSE' }))).toBe(false)
  })
})
