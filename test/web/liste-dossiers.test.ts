import { describe, expect, it } from 'vitest'
import { lireListe } from '../../web/modeles/liste-dossiers.ts'

const colonnes = (...noms: string[]) => noms.map((nom) => ({ nom, intitule: nom.toUpperCase() }))
const GUICHETS = new Map([['B01A1', 'Garance Habitat']])

describe('la liste des dossiers derrière un chiffre', () => {
  it('dit d’abord quelle demande et ce qui ne va pas, à la fin où et quand', () => {
    const liste = lireListe(
      colonnes('mois', 'numero_unique', 'guichet_maj', 'date_depot', 'manques'),
      [
        ['2026-10', '1', 'B01A1', '01/10/2026', 'Échéance absente'],
        ['2026-09', '2', 'B02A1', '02/10/2026', ''],
      ],
      GUICHETS,
    )
    expect(liste.colonnes.map(({ nom }) => nom)).toEqual([
      'numero_unique',
      'manques',
      'date_depot',
      'mois',
      'guichet_maj',
    ])
    expect(liste.rangees).toEqual([
      ['1', 'Échéance absente', '01/10/2026', 'octobre 2026', 'Garance Habitat (B01A1)'],
      ['2', '', '02/10/2026', 'septembre 2026', 'B02A1'],
    ])
    expect(liste.communes).toEqual([])
  })

  it('dit une fois, au-dessus, ce qui est le même pour tous, mais ni une colonne vide, ni le mois', () => {
    const liste = lireListe(
      colonnes('mois', 'numero_unique', 'guichet_maj', 'date_renouvellement', 'canal'),
      [
        ['2026-10', '1', 'B01A1', '', 'PORTAIL'],
        ['2026-10', '2', 'B01A1', '', 'GUICHET'],
      ],
      GUICHETS,
    )
    expect(liste.colonnes.map(({ nom }) => nom)).toEqual(['numero_unique', 'canal'])
    expect(liste.communes).toEqual([['GUICHET_MAJ', 'Garance Habitat (B01A1)']])
  })

  it('garde tout d’un dossier seul, et la faute même si elle est la même pour tous', () => {
    const seul = lireListe(colonnes('numero_unique', 'canal'), [['1', 'PORTAIL']], GUICHETS)
    expect(seul).toMatchObject({ rangees: [['1', 'par le portail']], communes: [] })
    const memes = lireListe(
      colonnes('numero_unique', 'manques'),
      [
        ['1', 'Échéance absente'],
        ['2', 'Échéance absente'],
      ],
      GUICHETS,
    )
    expect(memes.colonnes).toHaveLength(2)
  })

  it('met les codes en mots, selon leur colonne, et laisse un texte comme il est', () => {
    const { rangees } = lireListe(
      colonnes('numero_unique', 'motif_radiation', 'motif_forcage', 'code_retour'),
      [
        ['1', 'NON_RENOUVELLEMENT', 'SEPARATION', 'CTRL_DEM_0033'],
        ['2', 'HORS_LISTE', 'AUTRE', ''],
        ['3', 'constructor', 'toString', ''],
      ],
      GUICHETS,
    )
    expect(rangees).toEqual([
      ['1', 'non-renouvellement', 'séparation', 'CTRL_DEM_0033'],
      ['2', 'un mot hors de la liste', 'autre motif', ''],
      ['3', 'constructor', 'toString', ''],
    ])
  })

  it('d’aucun dossier ne dit rien', () => {
    expect(lireListe(colonnes('numero_unique', 'mois'), [], GUICHETS)).toMatchObject({ rangees: [], communes: [] })
  })
})
