import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../../../server/acces/roles.ts'
import { essayer } from '../../../../server/gestion/machine.ts'
import { etatDeRapport, type FaitsRapport, MACHINE_RAPPORT } from '../../../../server/gestion/rapports/table.ts'
import type { ActeRapport, EtatRapport } from '../../../../web/rapports.ts'

/** The contract: brouillon, read by the direction départementale, published; corrected by a new version. */
const CONTRAT: Readonly<Record<EtatRapport | 'AUCUN', Partial<Record<Role, Readonly<Record<string, EtatRapport>>>>>> = {
  AUCUN: { gestionnaire: { OUVRIR: 'BROUILLON' } },
  BROUILLON: {
    gestionnaire: { ECRIRE: 'BROUILLON', SOUMETTRE: 'SOUMIS', PUBLIER: 'PUBLIE', ABANDONNER: 'PUBLIE' },
  },
  SOUMIS: { gestionnaire: { REPRENDRE: 'BROUILLON' }, etat: { VALIDER: 'RELU', RENVOYER: 'BROUILLON' } },
  RELU: { gestionnaire: { REPRENDRE: 'BROUILLON', PUBLIER: 'PUBLIE' } },
  PUBLIE: { gestionnaire: { CORRIGER: 'BROUILLON' } },
}

const FAITS: FaitsRapport = { pour: 'prefet', sansRelecture: true, fini: true, change: false, publies: 1 }

const essais = ([null, ...MACHINE_RAPPORT.etats] as const).flatMap((etat) =>
  MACHINE_RAPPORT.actes.flatMap((acte) => ROLES.map((role) => [etat, acte, role] as const)),
)

const tenter = (
  etat: EtatRapport | null,
  acte: ActeRapport,
  role: Role,
  faits: Partial<FaitsRapport> = {},
  texte = 'un texte',
) => {
  const issue = essayer(MACHINE_RAPPORT, { etat, acte, role, faits: { ...FAITS, ...faits }, saisie: { texte } })
  return 'vers' in issue ? issue.vers : issue.empechement.raison
}

describe('la vie d’un rapport', () => {
  it('n’a qu’une ligne pour un état et un acte', () => {
    const couples = MACHINE_RAPPORT.passages.flatMap(({ de, acte }) => de.map((etat) => `${etat} ${acte}`))
    expect(new Set(couples).size).toBe(couples.length)
    expect(essais).toHaveLength(5 * 9 * 6)
  })

  it('donne à chaque rôle, dans chaque état, les actes du contrat et nul autre', () => {
    const fautes = essais.flatMap(([etat, acte, role]) => {
      const lu = tenter(etat, acte, role)
      const attendu = CONTRAT[etat ?? 'AUCUN'][role]?.[acte]
      const permis = !['ETAT', 'ROLE', 'CONDITION'].includes(lu)
      return (permis ? lu : undefined) === attendu ? [] : [[etat, acte, role, lu, attendu]]
    })
    expect(fautes).toEqual([])
  })

  it('publie un brouillon sans relecture là où le réglage en dispense, et là seulement', () => {
    expect(tenter('BROUILLON', 'PUBLIER', 'gestionnaire', { sansRelecture: true })).toBe('PUBLIE')
    expect(tenter('BROUILLON', 'PUBLIER', 'gestionnaire', { sansRelecture: false })).toBe('CONDITION')
    expect(tenter('RELU', 'PUBLIER', 'gestionnaire', { sansRelecture: false })).toBe('PUBLIE')
  })

  it('ne publie ni un semestre qui dure, ni autre chose que ce qui a été relu ; le comité se réunit quand il veut', () => {
    expect(tenter('RELU', 'PUBLIER', 'gestionnaire', { fini: false })).toBe('CONDITION')
    expect(tenter('RELU', 'PUBLIER', 'gestionnaire', { fini: false, pour: 'copil' })).toBe('PUBLIE')
    expect(tenter('RELU', 'PUBLIER', 'gestionnaire', { change: true })).toBe('CONDITION')
    expect(tenter('SOUMIS', 'VALIDER', 'etat', { change: true })).toBe('CONDITION')
    expect(tenter('SOUMIS', 'RENVOYER', 'etat', { change: true })).toBe('BROUILLON')
  })

  it('demande des remarques pour renvoyer, un motif pour corriger, une version publiée pour abandonner', () => {
    expect(tenter('SOUMIS', 'RENVOYER', 'etat', {}, '')).toBe('CONDITION')
    expect(tenter('PUBLIE', 'CORRIGER', 'gestionnaire', {}, '')).toBe('CONDITION')
    expect(tenter('BROUILLON', 'ABANDONNER', 'gestionnaire', { publies: 0 })).toBe('CONDITION')
  })

  it('se lit de ses actes, l’un après l’autre', () => {
    const apres = (...actes: ActeRapport[]) => etatDeRapport(actes.map((acte) => ({ acte })))
    expect(apres()).toBe(null)
    expect(apres('OUVRIR', 'SOUMETTRE', 'RENVOYER')).toBe('BROUILLON')
    expect(apres('OUVRIR', 'SOUMETTRE', 'VALIDER')).toBe('RELU')
    expect(apres('OUVRIR', 'SOUMETTRE', 'VALIDER', 'PUBLIER', 'CORRIGER')).toBe('BROUILLON')
    expect(apres('OUVRIR', 'SOUMETTRE', 'VALIDER', 'PUBLIER', 'CORRIGER', 'ABANDONNER')).toBe('PUBLIE')
  })
})
