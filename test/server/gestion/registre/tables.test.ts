import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { ROLES, type Role } from '../../../../server/acces/roles.ts'
import { type FaitsCharte, MACHINE_CHARTE } from '../../../../server/gestion/chartes/table.ts'
import { essayer, type Machine } from '../../../../server/gestion/machine.ts'
import { MACHINE_CONFIRMATION } from '../../../../server/gestion/registre/confirmation.ts'
import { type FaitsConvention, MACHINE_CONVENTION } from '../../../../server/gestion/registre/convention.ts'
import { MACHINE_ECART } from '../../../../server/gestion/registre/ecarts.ts'
import { SANS_CONVENTION } from '../../../web/fixtures/registre.ts'

type Attendu = Readonly<Record<string, Partial<Record<Role, Readonly<Record<string, string>>>>>>

/** What of every (state, act, role) is not what the contract says. */
const fautesDe = <E extends string, A extends string, F, S>(
  machine: Machine<E, A, F, S>,
  attendu: Attendu,
  avec: (etat: E | null) => { readonly faits: F; readonly saisie: S },
): unknown[] =>
  ([null, ...machine.etats] as const).flatMap((etat) =>
    machine.actes.flatMap((acte) =>
      ROLES.flatMap((role) => {
        const issue = essayer(machine, { etat, acte, role, ...avec(etat) })
        const lu = 'vers' in issue ? issue.vers : undefined
        const dit = attendu[etat ?? 'AUCUN']?.[role]?.[acte]
        return lu === dit ? [] : [[etat, acte, role, lu, dit]]
      }),
    ),
  )

const aujourdhui = enJour('2026-11-23')

const FAITS: FaitsConvention = { ...SANS_CONVENTION, aujourdhui, categorie: 'BAILLEUR', charteEnVigueur: true }
const EN_COURS = {
  signeeLe: enJour('2024-03-10'),
  terme: enJour('2026-03-10'),
  finLe: enJour('2030-03-10'),
} as const
const COMPLETE = { jour: enJour('2026-11-20'), texte: 'un texte' }

describe('les tables d’états du registre et des chartes, pour chaque état, acte et rôle', () => {
  it('la convention : le gestionnaire seul, dans l’ordre du contrat', () => {
    const attendu: Attendu = {
      AUCUN: { gestionnaire: { SIGNER: 'SIGNEE', ARRETER: 'ARRETE' } },
      SIGNEE: {
        gestionnaire: {
          SIGNER: 'SIGNEE',
          RENOUVELER: 'SIGNEE',
          ARRETER: 'ARRETE',
          PRENDRE_ACTE: 'RETIREE',
          ADHERER: 'SIGNEE',
        },
      },
      ARRETE: { gestionnaire: { SIGNER: 'SIGNEE', ADHERER: 'ARRETE' } },
      RETIREE: { gestionnaire: { SIGNER: 'SIGNEE', ARRETER: 'ARRETE' } },
    }
    expect(
      fautesDe(MACHINE_CONVENTION, attendu, (etat) => ({
        faits: { ...FAITS, etat, ...(etat === 'SIGNEE' ? EN_COURS : {}) },
        saisie: COMPLETE,
      })),
    ).toEqual([])
  })

  it('la confirmation : le service confirme ou propose, le gestionnaire accepte, refuse, relance ou constate', () => {
    const attendu: Attendu = {
      ATTENDUE: {
        guichet: { CONFIRMER: 'CONFIRMEE', PROPOSER: 'PROPOSEE' },
        gestionnaire: { RELANCER: 'ATTENDUE', CONSTATER: 'CONFIRMEE' },
      },
      PROPOSEE: {
        guichet: { PROPOSER: 'PROPOSEE', RETIRER: 'ATTENDUE' },
        gestionnaire: { ACCEPTER: 'CONFIRMEE', REFUSER: 'ATTENDUE' },
      },
    }
    const saisie = { propose: { horaires: 'le matin' }, texte: 'un texte' }
    expect(fautesDe(MACHINE_CONFIRMATION, attendu, () => ({ faits: null, saisie }))).toEqual([])
  })

  it('une différence : adoptée, gardée ou remise par le gestionnaire ; gardée, elle peut encore s’adopter', () => {
    const attendu: Attendu = {
      A_RESOUDRE: { gestionnaire: { ADOPTER: 'ADOPTE', GARDER: 'GARDE', REPORTER: 'REPORTE' } },
      REPORTE: { gestionnaire: { ADOPTER: 'ADOPTE', GARDER: 'GARDE' } },
      GARDE: { gestionnaire: { ADOPTER: 'ADOPTE' } },
    }
    expect(fautesDe(MACHINE_ECART, attendu, () => ({ faits: null, saisie: { texte: 'vérifié' } }))).toEqual([])
  })

  it('une version de charte : rédigée par le gestionnaire, validée à la date d’un comité, ou abandonnée', () => {
    const attendu: Attendu = {
      AUCUN: { gestionnaire: { OUVRIR: 'BROUILLON' } },
      BROUILLON: { gestionnaire: { REDIGER: 'BROUILLON', VALIDER: 'VALIDEE', ABANDONNER: 'ABANDONNEE' } },
    }
    const faits: FaitsCharte = {
      aujourdhui,
      articles: [{ titre: 'Vérifier', texte: 'Voir la pièce.', indicateurs: [] }],
      precedente: null,
    }
    expect(fautesDe(MACHINE_CHARTE, attendu, () => ({ faits, saisie: COMPLETE }))).toEqual([])
  })
})

describe('ce qui manque à un acte', () => {
  const convention = (
    acte: 'SIGNER' | 'RENOUVELER' | 'ARRETER',
    faits: Partial<FaitsConvention>,
    jour: string | null,
  ) => {
    const essai = essayer(MACHINE_CONVENTION, {
      etat: faits.etat ?? null,
      acte,
      role: 'gestionnaire',
      faits: { ...FAITS, ...faits },
      saisie: { jour: jour === null ? null : enJour(jour), texte: acte === 'ARRETER' ? 'n° 12' : '' },
    })
    return 'empechement' in essai ? essai.empechement.phrase : essai.vers
  }

  it.each([
    ['2026-11-23', 'SIGNEE'],
    ['2026-11-24', 'L’acte porte le jour où il a été fait, qui n’est pas à venir.'],
    [null, 'L’acte porte le jour où il a été fait, qui n’est pas à venir.'],
  ])('une signature le %s', (jour, attendu) => {
    expect(convention('SIGNER', {}, jour)).toBe(attendu)
  })

  it('une convention au bout de ses six ans ne se renouvelle pas', () => {
    const six = { etat: 'SIGNEE', ...EN_COURS, terme: EN_COURS.finLe } as const
    expect(convention('RENOUVELER', six, '2026-11-20')).toMatch(/prend fin le 10\/03\/2030, sans renouvellement/)
    expect(convention('RENOUVELER', { etat: 'SIGNEE', ...EN_COURS }, '2024-03-09')).toMatch(/signée le 10\/03\/2024/)
  })

  it('un arrêté ne vise qu’un bailleur ou un service de l’État, et pas pendant une convention en cours', () => {
    expect(convention('ARRETER', { categorie: 'COMMUNE' }, '2026-11-20')).toMatch(/d’eux seuls/)
    expect(convention('ARRETER', { categorie: 'ETAT' }, '2026-11-20')).toBe('ARRETE')
    const enCours = { etat: 'SIGNEE', ...EN_COURS } as const
    expect(convention('ARRETER', enCours, '2026-03-10')).toMatch(/en cours jusqu’au 10\/03\/2026/)
    expect(convention('ARRETER', enCours, '2026-03-11')).toBe('ARRETE')
  })
})
