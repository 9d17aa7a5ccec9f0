import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../../../server/acces/roles.ts'
import { MACHINE_ECHANTILLONS } from '../../../../server/gestion/echantillons/table.ts'
import { essayer } from '../../../../server/gestion/machine.ts'
import type { ActeEchantillon, EtatEchantillon } from '../../../../web/echantillons.ts'

/** Written by hand from gestion.md and the issue: a gestionnaire alone acts, and only so. */
const ATTENDUS: Readonly<Record<string, EtatEchantillon>> = {
  'null TIRER': 'TIRE',
  'TIRE REMPLIR': 'EN_COURS',
  'EN_COURS REMPLIR': 'EN_COURS',
  'TIRE CLORE': 'CLOS',
  'EN_COURS CLORE': 'CLOS',
  'CLOS ROUVRIR': 'EN_COURS',
}

const ETATS: readonly (EtatEchantillon | null)[] = [null, 'TIRE', 'EN_COURS', 'CLOS']
const ACTES: readonly ActeEchantillon[] = ['TIRER', 'REMPLIR', 'CLORE', 'ROUVRIR']
const FAITS = { remplies: 30, tirees: 30 }

const tenter = (etat: EtatEchantillon | null, acte: ActeEchantillon, role: Role, texte = 'motif', faits = FAITS) =>
  essayer(MACHINE_ECHANTILLONS, { etat, acte, role, faits, saisie: { texte } })

describe('la vie d’un échantillon', () => {
  it('ne connaît que ses états et ses actes', () => {
    expect([...MACHINE_ECHANTILLONS.etats]).toEqual(ETATS.slice(1))
    expect([...MACHINE_ECHANTILLONS.actes]).toEqual(ACTES)
  })

  it.each(ROLES)('à %s ne permet, de chaque état, que les actes de la table', (role) => {
    for (const etat of ETATS)
      for (const acte of ACTES) {
        const attendu = role === 'gestionnaire' ? ATTENDUS[`${etat} ${acte}`] : undefined
        const issue = tenter(etat, acte, role)
        expect([etat, acte, 'vers' in issue ? issue.vers : undefined]).toEqual([etat, acte, attendu])
      }
  })

  it('se clôt toutes fiches remplies, ou avec un motif', () => {
    const close = (remplies: number, texte: string) =>
      tenter('EN_COURS', 'CLORE', 'gestionnaire', texte, { remplies, tirees: 30 })
    expect(close(30, '')).toEqual({ vers: 'CLOS' })
    expect(close(29, 'guichet fermé')).toEqual({ vers: 'CLOS' })
    expect(close(29, '')).toMatchObject({ empechement: { raison: 'CONDITION' } })
    expect(JSON.stringify(close(29, ''))).toMatch(/1.fiche n’est pas remplie : clore dès maintenant demande un motif/)
  })

  it('se rouvre avec un motif, là où il en était', () => {
    expect(tenter('CLOS', 'ROUVRIR', 'gestionnaire', '')).toMatchObject({ empechement: { raison: 'CONDITION' } })
    expect(tenter('CLOS', 'ROUVRIR', 'gestionnaire', 'oubli', { remplies: 0, tirees: 30 })).toEqual({ vers: 'TIRE' })
  })
})
