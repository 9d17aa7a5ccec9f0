import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { JOURS_D_UNE_ANNEXE } from '../../../../ingest/socle/regles/gestion.ts'
import { ROLES, type Role } from '../../../../server/acces/roles.ts'
import { expirationDe, situationAnnexe } from '../../../../server/gestion/annexes/situation.ts'
import { MACHINE_ANNEXES } from '../../../../server/gestion/annexes/table.ts'
import { essayer } from '../../../../server/gestion/machine.ts'
import type { ActeAnnexe, EtatAnnexe } from '../../../../web/annexes.ts'

/** What the gestionnaire, and nobody else, may do of a list, by its state; then once its measure is closed. */
const CONTRAT: readonly (readonly [EtatAnnexe | null, boolean, Partial<Record<ActeAnnexe, EtatAnnexe>>])[] = [
  [null, false, { JOINDRE: 'EN_COURS' }],
  ['EN_COURS', false, { RENOUVELER: 'EN_COURS', RETIRER: 'RETIREE' }],
  ['EXPIREE', false, { RENOUVELER: 'EN_COURS' }],
  ['RETIREE', false, { RENOUVELER: 'EN_COURS' }],
  [null, true, {}],
  ['EN_COURS', true, { RETIRER: 'RETIREE' }],
  ['EXPIREE', true, {}],
  ['RETIREE', true, {}],
]

const essais = CONTRAT.flatMap(([etat, mesureClose, issues]) =>
  MACHINE_ANNEXES.actes.flatMap((acte) =>
    ROLES.map((role): readonly [EtatAnnexe | null, boolean, ActeAnnexe, Role, EtatAnnexe | null] => [
      etat,
      mesureClose,
      acte,
      role,
      role === 'gestionnaire' ? (issues[acte] ?? null) : null,
    ]),
  ),
)

describe('une liste jointe à une mesure', () => {
  it.each(essais)('%s (mesure close : %s), %s par %s : %s', (etat, mesureClose, acte, role, attendu) => {
    const issue = essayer(MACHINE_ANNEXES, { etat, acte, role, faits: { mesureClose }, saisie: null })
    expect('vers' in issue ? issue.vers : null).toBe(attendu)
  })

  it('se lit quatre-vingt-dix jours', () => {
    expect(JOURS_D_UNE_ANNEXE.map(({ depuis, valeur }) => [depuis, valeur])).toEqual([['2011-01-01', 90]])
    expect(expirationDe(enJour('2026-11-23'))).toBe('2027-02-21')
    expect(expirationDe(enJour('2028-01-31'))).toBe('2028-04-30')
  })

  const jointe = { acte: 'JOINDRE', expire_le: enJour('2027-02-21'), le: '2026-11-23 10:00:00' } as const
  const retiree = { acte: 'RETIRER', expire_le: null, le: '2026-12-01 09:00:00' } as const
  const renouvelee = { acte: 'RENOUVELER', expire_le: enJour('2027-06-01'), le: '2027-03-03 09:00:00' } as const

  it.each([
    ['la veille de son dernier jour', '2027-02-20', 'EN_COURS'],
    ['son dernier jour', '2027-02-21', 'EN_COURS'],
    ['le lendemain', '2027-02-22', 'EXPIREE'],
  ] as const)('%s : %s, %s', (_titre, jour, etat) => {
    expect(situationAnnexe([jointe], enJour(jour))).toEqual({ etat, expireLe: '2027-02-21', retireeLe: null })
  })

  it('retirée, l’est aussitôt et le reste ; renouvelée, elle se lit de nouveau', () => {
    expect(situationAnnexe([jointe, retiree], enJour('2026-12-01')).etat).toBe('RETIREE')
    expect(situationAnnexe([jointe, retiree], enJour('2027-05-01'))).toMatchObject({
      etat: 'RETIREE',
      retireeLe: '2026-12-01',
    })
    expect(situationAnnexe([jointe, retiree, renouvelee], enJour('2027-06-01')).etat).toBe('EN_COURS')
    expect(situationAnnexe([jointe, renouvelee], enJour('2027-06-02')).etat).toBe('EXPIREE')
  })

  it('ne se juge pas sans avoir été jointe', () => {
    expect(() => situationAnnexe([], enJour('2026-12-01'))).toThrow(RangeError)
  })
})
