import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import {
  echeanceDuDroit,
  type FaitsDroit,
  MACHINE_DROITS,
  type SaisieDroit,
} from '../../../server/gestion/droits/table.ts'
import { essayer } from '../../../server/gestion/machine.ts'
import type { ActeDroit, EtatDroit } from '../../../web/activite.ts'

const FAITS: FaitsDroit = { aujourdhui: enJour('2026-11-23'), recueLe: enJour('2026-11-02'), prolongee: false }
const COMPLETE: SaisieDroit = { jour: enJour('2026-11-20'), texte: 'dossier ancien' }

const CONTRAT: Readonly<Record<EtatDroit | 'AUCUN', Readonly<Partial<Record<ActeDroit, EtatDroit>>>>> = {
  AUCUN: { RECEVOIR: 'RECUE' },
  RECUE: { PROLONGER: 'PROLONGEE', REPONDRE: 'REPONDUE', RETIRER: 'RETIREE' },
  PROLONGEE: { REPONDRE: 'REPONDUE', RETIRER: 'RETIREE' },
  REPONDUE: { ROUVRIR: 'RECUE' },
  RETIREE: {},
}

const tenter = (
  etat: EtatDroit | null,
  acte: ActeDroit,
  role: Role = 'gestionnaire',
  saisie = COMPLETE,
  faits: Partial<FaitsDroit> = {},
) => essayer(MACHINE_DROITS, { etat, acte, role, faits: { ...FAITS, ...faits }, saisie })

describe('une demande d’exercice d’un droit', () => {
  it('n’est tenue que par le gestionnaire, étape par étape', () => {
    const fautes = ([null, ...MACHINE_DROITS.etats] as const).flatMap((etat) =>
      MACHINE_DROITS.actes.flatMap((acte) =>
        ROLES.flatMap((role) => {
          const issue = tenter(etat, acte, role)
          const lu = 'vers' in issue ? issue.vers : undefined
          const attendu = role === 'gestionnaire' ? CONTRAT[etat ?? 'AUCUN'][acte] : undefined
          return lu === attendu ? [] : [[etat, acte, role, lu, attendu]]
        }),
      ),
    )
    expect(fautes).toEqual([])
  })

  it.each([
    ['2026-11-02', false, '2026-12-02'],
    ['2026-01-31', false, '2026-02-28'],
    ['2026-11-02', true, '2027-02-02'],
  ])('reçue le %s se répond en un mois, trois si elle est prolongée (%s)', (recue, prolongee, due) => {
    expect(echeanceDuDroit(enJour(recue), prolongee)).toBe(due)
  })

  it.each([
    ['la veille du terme', '2026-12-01', true],
    ['le jour du terme', '2026-12-02', true],
    ['le lendemain', '2026-12-03', false],
  ])('ne se prolonge que dans le mois : %s', (_, jour, permise) => {
    expect('vers' in tenter('RECUE', 'PROLONGER', 'gestionnaire', COMPLETE, { aujourdhui: enJour(jour) })).toBe(permise)
  })

  it.each([
    ['la veille de la réception', '2026-11-01', false],
    ['le jour de la réception', '2026-11-02', true],
    ['aujourd’hui', '2026-11-23', true],
    ['demain', '2026-11-24', false],
  ])('se répond un jour possible : %s', (_, jour, permise) => {
    expect('vers' in tenter('RECUE', 'REPONDRE', 'gestionnaire', { jour: enJour(jour), texte: '' })).toBe(permise)
  })

  it('rouverte après une prolongation, garde son délai', () => {
    expect(tenter('REPONDUE', 'ROUVRIR', 'gestionnaire', COMPLETE, { prolongee: true })).toEqual({ vers: 'PROLONGEE' })
  })
})
