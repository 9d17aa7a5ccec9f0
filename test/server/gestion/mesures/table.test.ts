import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { ROLES, type Role } from '../../../../server/acces/roles.ts'
import { essayer } from '../../../../server/gestion/machine.ts'
import { type FaitsMesure, RIEN_DE_SAISI, type SaisieMesure } from '../../../../server/gestion/mesures/faits.ts'
import { MACHINE_MESURES } from '../../../../server/gestion/mesures/table.ts'
import type { ActeMesure, EtatMesure } from '../../../../web/mesures.ts'
import { faits } from './faits.ts'

const MEMES = ['ECRIRE', 'JOINDRE', 'AJOUTER', 'REPORTER', 'ENVOYER']

/** The contract's table: by state, what each role may do when all that its condition asks is there, and where it leads. */
const CONTRAT: Readonly<Record<EtatMesure | 'AUCUN', Partial<Record<Role, Readonly<Record<string, string>>>>>> = {
  AUCUN: { gestionnaire: { OUVRIR: 'SIGNALEMENT_INFORMEL' } },
  SIGNALEMENT_INFORMEL: {
    gestionnaire: {
      FORMALISER: 'DEMANDE_FORMALISEE',
      CLORE: 'CLOSE',
      ...Object.fromEntries(MEMES.map((acte) => [acte, 'SIGNALEMENT_INFORMEL'])),
    },
    guichet: {
      REPONDRE: 'SIGNALEMENT_INFORMEL',
      ECRIRE: 'SIGNALEMENT_INFORMEL',
      JOINDRE: 'SIGNALEMENT_INFORMEL',
    },
  },
  DEMANDE_FORMALISEE: {
    gestionnaire: {
      SIGNALER: 'SIGNALEMENT_COPIL_PREFET',
      CLORE: 'CLOSE',
      ...Object.fromEntries(MEMES.map((acte) => [acte, 'DEMANDE_FORMALISEE'])),
    },
    guichet: { REPONDRE: 'DEMANDE_FORMALISEE', ECRIRE: 'DEMANDE_FORMALISEE', JOINDRE: 'DEMANDE_FORMALISEE' },
  },
  SIGNALEMENT_COPIL_PREFET: {
    gestionnaire: {
      CLORE: 'CLOSE',
      ...Object.fromEntries(MEMES.map((acte) => [acte, 'SIGNALEMENT_COPIL_PREFET'])),
    },
    etat: { NOTER_SUITE: 'SIGNALEMENT_COPIL_PREFET' },
    guichet: { ECRIRE: 'SIGNALEMENT_COPIL_PREFET', JOINDRE: 'SIGNALEMENT_COPIL_PREFET' },
  },
  CLOSE: { gestionnaire: { ROUVRIR: 'DEMANDE_FORMALISEE' } },
}

/** What each act is given so that nothing is missing of what is typed. */
const COMPLETES: Readonly<Partial<Record<ActeMesure, Partial<SaisieMesure>>>> = {
  NOTER_SUITE: { code: 'ENGAGEE', jour: enJour('2026-10-08') },
  REPORTER: { jour: enJour('2026-10-09') },
  ENVOYER: { code: 'RECOMMANDE', jour: enJour('2026-10-08') },
  CLORE: { code: 'SANS_OBJET' },
}

const FAVORABLES: Partial<FaitsMesure> = {
  observationsSurDemande: enJour('2026-10-01'),
  quitte: 'DEMANDE_FORMALISEE',
}

const essais = ([null, ...MACHINE_MESURES.etats] as const).flatMap((etat) =>
  MACHINE_MESURES.actes.flatMap((acte) => ROLES.map((role) => [etat, acte, role] as const)),
)

const tenter = (etat: EtatMesure | null, acte: ActeMesure, role: Role, f: FaitsMesure, saisie: Partial<SaisieMesure>) =>
  essayer(MACHINE_MESURES, { etat, acte, role, faits: f, saisie: { ...RIEN_DE_SAISI, ...saisie } })

describe('la table des mesures', () => {
  it('n’a qu’une ligne pour une étape et un acte', () => {
    const couples = MACHINE_MESURES.passages.flatMap(({ de, acte }) => de.map((etat) => `${etat} ${acte}`))
    expect(new Set(couples).size).toBe(couples.length)
    expect(essais).toHaveLength(5 * 12 * 6)
  })

  it('donne à chaque rôle, à chaque étape, les actes du contrat et nul autre', () => {
    const fautes = essais.flatMap(([etat, acte, role]) => {
      const saisie = { texte: 'un texte', ...COMPLETES[acte] }
      const issue = tenter(etat, acte, role, faits({ ...FAVORABLES, etat: etat ?? 'CLOSE' }), saisie)
      const attendu = CONTRAT[etat ?? 'AUCUN'][role]?.[acte]
      const lu = 'vers' in issue ? issue.vers : undefined
      return lu === attendu ? [] : [[etat, acte, role, lu, attendu]]
    })
    expect(fautes).toEqual([])
  })

  it('dit ce qui empêche : l’étape d’abord, puis le rôle, puis ce qui manque', () => {
    const raison = (etat: EtatMesure, acte: ActeMesure, role: Role) => {
      const issue = tenter(etat, acte, role, faits({ etat }), {})
      return 'vers' in issue ? null : issue.empechement.raison
    }
    expect(raison('CLOSE', 'SIGNALER', 'guichet')).toBe('ETAT')
    expect(raison('DEMANDE_FORMALISEE', 'SIGNALER', 'etat')).toBe('ROLE')
    expect(raison('DEMANDE_FORMALISEE', 'SIGNALER', 'gestionnaire')).toBe('CONDITION')
    expect(raison('DEMANDE_FORMALISEE', 'AJOUTER', 'gestionnaire')).toBe(null)
  })

  it('rouvre dans l’étape quittée, quelle qu’elle soit', () => {
    for (const quitte of ['SIGNALEMENT_INFORMEL', 'DEMANDE_FORMALISEE', 'SIGNALEMENT_COPIL_PREFET'] as const)
      expect(tenter('CLOSE', 'ROUVRIR', 'gestionnaire', faits({ quitte }), { texte: 'rechute' })).toEqual({
        vers: quitte,
      })
  })
})
