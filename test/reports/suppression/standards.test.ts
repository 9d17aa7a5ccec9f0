import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { ReponseTableau } from '../../../metrics/tableaux/reponse.ts'
import { masquerStandards, publierStandards } from '../../../reports/suppression/standards.ts'

const reponse = (table: ReponseTableau['table'], axe: string, effectifs: Record<string, number>): ReponseTableau => {
  const total = Object.values(effectifs).reduce((somme, n) => somme + n, 0)
  return {
    table,
    instantane: enJour('2026-10-31'),
    instantane_precedent: null,
    champ: 'demandes actives',
    lignes: Object.entries(effectifs).map(([valeur, n]) => ({ [axe]: valeur, effectif: n, part: n / total })),
  }
}

/** Marseille and Aix (one EPCI), Arles and Saint-Martin-de-Crau (another); official codes. */
const COMMUNES = reponse('TAB03-13', 'commune_souhaitee', {
  '13055': 500,
  '13001': 200,
  '13004': 80,
  '13097': 4,
  INCONNU: 0,
})
const EPCI = reponse('TAB03-13', 'epci', { '200054807': 700, '241300417': 84, INCONNU: 0 })
const TAILLES = reponse('TAB03-04', 'taille', { '1': 400, '2': 300, '3': 60, '4': 15, '5': 9, '>=6': 0, INCONNU: 0 })

describe('les tableaux standards sans leurs petits effectifs', () => {
  it('des tableaux d’un même champ et d’un même jour partagent leur total', () => {
    const { cellules, relations } = publierStandards([COMMUNES, TAILLES])
    const totaux = cellules.filter(({ id }) => id === JSON.stringify(['demandes actives', '2026-10-31']))
    expect(totaux).toEqual([{ id: expect.any(String), valeur: 784 }])
    expect(relations.filter(({ termes }) => termes[0]?.[0] === totaux[0]?.id).length).toBeGreaterThanOrEqual(2)
  })

  it('une commune petite en fait masquer une autre de son EPCI, que l’EPCI dirait sans cela', async () => {
    const { lignes, compromises } = await masquerStandards([COMMUNES, EPCI], { seuil: 11 })
    const [communes, epci] = lignes
    expect(communes?.filter(({ effectif }) => effectif === 's').map((ligne) => ligne.commune_souhaitee)).toEqual([
      '13004',
      '13097',
    ])
    expect(epci).toEqual(EPCI.lignes)
    expect(compromises.size).toBe(0)
  })

  it('la part d’un effectif masqué l’est aussi, et le reste est rendu tel quel', async () => {
    const { lignes } = await masquerStandards([TAILLES], { seuil: 11 })
    expect(lignes[0]?.find(({ taille }) => taille === '5')).toEqual({ taille: '5', effectif: 's', part: 's' })
    expect(lignes[0]?.filter(({ effectif }) => effectif === 's').length).toBe(2)
    expect(lignes[0]?.find(({ taille }) => taille === '>=6')).toEqual({ taille: '>=6', effectif: 0, part: 0 })
  })

  it('des tableaux d’un même champ qui n’ont pas le même total sont refusés', async () => {
    const autre = reponse('TAB03-02', 'age', { '<20': 12, INCONNU: 700 })
    await expect(masquerStandards([TAILLES, autre], { seuil: 11 })).rejects.toThrow('n’est pas vraie')
  })

  it('un tableau fait d’autre chose que d’effectifs est refusé : rien n’en serait masqué', () => {
    const ratios = { ...TAILLES, lignes: [{ commune: '13055', actives: 3, attributions: 1, ratio: 3 }] }
    expect(() => publierStandards([ratios])).toThrow('n’est pas fait d’effectifs')
  })

  it('au seuil de 5, neuf ménages se publient', async () => {
    const { lignes } = await masquerStandards([TAILLES], { seuil: 5 })
    expect(lignes[0]).toEqual(TAILLES.lignes)
  })
})
