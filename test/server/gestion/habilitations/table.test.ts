import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { ROLES, type Role } from '../../../../server/acces/roles.ts'
import {
  type FaitsHabilitation,
  RIEN_DE_SAISI,
  type SaisieHabilitation,
} from '../../../../server/gestion/habilitations/conditions.ts'
import { MACHINE_HABILITATIONS } from '../../../../server/gestion/habilitations/table.ts'
import { essayer } from '../../../../server/gestion/machine.ts'
import type { ActeHabilitation, EtatHabilitation } from '../../../../web/habilitations.ts'

const FAITS: FaitsHabilitation = {
  sorte: 'AGENT',
  ouverteLe: enJour('2025-01-06'),
  profil: 'Consultation',
  quitte: 'SIGNALEE',
  aujourdhui: enJour('2026-11-23'),
}

type Table = Partial<Record<Role, Readonly<Partial<Record<ActeHabilitation, EtatHabilitation>>>>>

/** By state, what each role may do when all that its condition asks is there, and where it leads. */
const CONTRAT: Readonly<Record<EtatHabilitation | 'AUCUN', Table>> = {
  AUCUN: { gestionnaire: { OUVRIR: 'OUVERTE' } },
  OUVERTE: {
    gestionnaire: {
      ...{ CERTIFIER: 'OUVERTE', CHANGER: 'OUVERTE', CONFIRMER: 'OUVERTE', SIGNALER: 'SIGNALEE', CLORE: 'CLOSE' },
    },
    guichet: { CONFIRMER: 'OUVERTE', SIGNALER: 'SIGNALEE' },
  },
  SIGNALEE: {
    gestionnaire: { CERTIFIER: 'SIGNALEE', CHANGER: 'SIGNALEE', REPRENDRE: 'OUVERTE', CLORE: 'CLOSE' },
    guichet: { REPRENDRE: 'OUVERTE' },
  },
  CLOSE: { gestionnaire: { ROUVRIR: 'SIGNALEE' } },
}

const COMPLETE: SaisieHabilitation = {
  jour: enJour('2026-11-20'),
  departLe: enJour('2026-11-20'),
  code: 'DEPART',
  texte: 'Responsable de service',
}

const tenter = (
  [etat, acte, role]: readonly [EtatHabilitation | null, ActeHabilitation, Role],
  saisie: Partial<SaisieHabilitation> = COMPLETE,
  faits: Partial<FaitsHabilitation> = {},
) =>
  essayer(MACHINE_HABILITATIONS, {
    ...{ etat, acte, role },
    faits: { ...FAITS, ...faits },
    saisie: { ...RIEN_DE_SAISI, ...saisie },
  })

const raison = (issue: ReturnType<typeof tenter>) => ('vers' in issue ? null : issue.empechement.raison)

describe('la table des habilitations', () => {
  const essais = ([null, ...MACHINE_HABILITATIONS.etats] as const).flatMap((etat) =>
    MACHINE_HABILITATIONS.actes.flatMap((acte) => ROLES.map((role) => [etat, acte, role] as const)),
  )

  it('donne à chaque rôle, dans chaque état, les actes du contrat et nul autre', () => {
    expect(essais).toHaveLength(4 * 8 * 6)
    const fautes = essais.flatMap((essai) => {
      const [etat, acte, role] = essai
      const issue = tenter(essai)
      const attendu = CONTRAT[etat ?? 'AUCUN'][role]?.[acte]
      const lu = 'vers' in issue ? issue.vers : undefined
      return lu === attendu ? [] : [[etat, acte, role, lu, attendu]]
    })
    expect(fautes).toEqual([])
  })

  it('un service n’en clôt ni n’en ouvre aucune, et un acte seul ne suffit pas à signaler', () => {
    expect(raison(tenter(['OUVERTE', 'CLORE', 'guichet']))).toBe('ROLE')
    expect(raison(tenter([null, 'OUVRIR', 'guichet']))).toBe('ROLE')
    expect(raison(tenter(['OUVERTE', 'SIGNALER', 'guichet'], {}))).toBe('CONDITION')
    expect(raison(tenter(['OUVERTE', 'SIGNALER', 'guichet'], { ...COMPLETE, departLe: null }))).toBe('CONDITION')
    expect(raison(tenter(['OUVERTE', 'SIGNALER', 'guichet'], { ...COMPLETE, code: 'INUTILE', departLe: null }))).toBe(
      null,
    )
  })

  it('un autre organisme ne se confirme ni ne se signale : il se clôt', () => {
    const organisme = { sorte: 'ORGANISME' } as const
    expect(raison(tenter(['OUVERTE', 'SIGNALER', 'gestionnaire'], COMPLETE, organisme))).toBe('CONDITION')
    expect(raison(tenter(['OUVERTE', 'CONFIRMER', 'gestionnaire'], COMPLETE, organisme))).toBe('CONDITION')
    expect(raison(tenter(['OUVERTE', 'CLORE', 'gestionnaire'], COMPLETE, organisme))).toBe(null)
  })

  it.each([
    ['la veille de l’ouverture', '2025-01-05', 'CONDITION'],
    ['le jour de l’ouverture', '2025-01-06', null],
    ['aujourd’hui', '2026-11-23', null],
    ['demain', '2026-11-24', 'CONDITION'],
    ['aucun jour', null, 'CONDITION'],
  ])('une clôture porte un jour possible : %s', (_, jour, attendu) => {
    const saisie = { jour: jour === null ? null : enJour(jour) }
    expect(raison(tenter(['SIGNALEE', 'CLORE', 'gestionnaire'], saisie))).toBe(attendu)
  })

  it('rouvre dans l’état quitté', () => {
    for (const quitte of ['OUVERTE', 'SIGNALEE'] as const)
      expect(tenter(['CLOSE', 'ROUVRIR', 'gestionnaire'], { texte: 'erreur' }, { quitte })).toEqual({ vers: quitte })
  })
})
