import { expect, it } from 'vitest'
import { rejuger } from '../../../metrics/engine/rejuger.ts'
import type { LigneIndicateur } from '../../../metrics/resultat.ts'

const ligne = (entite: string, reste: Partial<LigneIndicateur>): LigneIndicateur =>
  ({
    niveau: 'GUICHET',
    entite,
    libelle: entite,
    denominateur: 100,
    valeur: 0.06,
    ic_bas: 0.04,
    z_ajuste: null,
    statut: 'ALERTE',
    ...reste,
  }) as LigneIndicateur

const norme = (seuil: number | null, minimum = 30) => ({ objectif: null, seuil, minimum })

const etats = (mois: LigneIndicateur[], annee: LigneIndicateur[], apres: ReturnType<typeof norme>) =>
  rejuger(mois, annee, 'part', { avant: norme(0.03), apres }).map((r) => [r.entite, r.avant, r.apres])

it('un seuil plus haut rejuge les chiffres rangés : par l’intervalle, puis par la valeur', () => {
  const mois = [ligne('A', {}), ligne('B', { valeur: 0.12, ic_bas: 0.11 }), ligne('C', { valeur: 0.02, ic_bas: 0.01 })]
  expect(etats(mois, [], norme(0.05))).toEqual([
    ['A', 'ALERTE', 'SURVEILLANCE'],
    ['B', 'ALERTE', 'ALERTE'],
    ['C', 'NORMAL', 'NORMAL'],
  ])
  expect(etats(mois, [], norme(null)).map(([, , apres]) => apres)).toEqual(['NORMAL', 'NORMAL', 'NORMAL'])
})

it('un chiffre trop petit se juge par ses douze mois, et un exclu ne se juge jamais', () => {
  const mois = [ligne('A', { denominateur: 20, statut: 'NON_SIGNIFICATIF' }), ligne('P', { statut: 'SANS_OBJET' })]
  const annee = [ligne('A', { denominateur: 240, valeur: 0.08, ic_bas: 0.06 })]
  expect(etats(mois, annee, norme(0.07))).toEqual([
    ['A', 'ALERTE', 'SURVEILLANCE'],
    ['P', 'SANS_OBJET', 'SANS_OBJET'],
  ])
  expect(etats(mois, annee, norme(0.03, 300))).toEqual([
    ['A', 'ALERTE', 'NON_SIGNIFICATIF'],
    ['P', 'SANS_OBJET', 'SANS_OBJET'],
  ])
})
