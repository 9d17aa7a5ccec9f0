import { describe, expect, it } from 'vitest'
import { chercher, type Fiche } from './base.ts'
import { population } from './population.ts'

const trouver = async (fiches: readonly Fiche[]) => {
  const { paires } = await chercher([...population(600), ...fiches])
  return new Map(paires.filter(({ a }) => a.startsWith('X')).map((paire) => [`${paire.a} ${paire.b}`, paire]))
}

const X1: Fiche = {
  numero_unique: 'X1',
  nom_naissance: 'ABRIBAT',
  prenom: 'Xavier',
  date_naissance: '1970-02-11',
  conjoint_nom_naissance: 'YCHARD',
  conjoint_prenom: 'Yolande',
  conjoint_date_naissance: '1973-03-12',
}
const X2: Fiche = {
  numero_unique: 'X2',
  nom_naissance: 'YCHARD',
  prenom: 'Yolande',
  date_naissance: '1973-03-12',
  conjoint_nom_naissance: 'ZIMMERLIN',
  conjoint_prenom: 'Zacharie',
  conjoint_date_naissance: '1968-04-13',
}
const X3: Fiche = {
  numero_unique: 'X3',
  nom_naissance: 'ZIMMERLIN',
  prenom: 'Zacharie',
  date_naissance: '1968-04-13',
}

describe('les paires déduites', () => {
  it('ne passent pas par un conjoint : deux ex-conjoints d’une personne ne sont pas une personne', async () => {
    const trouvees = await trouver([X1, X2, X3])
    expect(trouvees.get('X1 X2')?.cle).toBe('CONJOINT')
    expect(trouvees.get('X2 X3')?.cle).toBe('CONJOINT')
    expect(trouvees.has('X1 X3')).toBe(false)
  })

  it('ont la probabilité du maillon le plus faible, et disent par quelle demande', async () => {
    const copie = (numero_unique: string, reste: Partial<Fiche>): Fiche => ({
      numero_unique,
      nom_naissance: 'VANDERSTRAETEN',
      prenom: 'Guillemette',
      date_naissance: '1971-10-23',
      telephone: '0612345678',
      code_postal: '13005',
      ...reste,
    })
    const trouvees = await trouver([
      copie('X1', { prenom: 'Zoe', code_postal: '13001' }),
      copie('X2', {}),
      copie('X3', { nom_naissance: 'QUERE', telephone: '0699999999' }),
    ])
    const deduites = [...trouvees.values()].filter(({ cle }) => cle === 'DEDUITE')
    for (const { a, b, probabilite, par } of deduites) {
      const maillons = [a, b].map((n) => trouvees.get([n, par].toSorted().join(' '))?.probabilite ?? 0)
      expect(probabilite).toBeCloseTo(Math.min(...maillons), 9)
    }
  })
})
