import { describe, expect, it } from 'vitest'
import { enJour, enMois, type Mois } from '../../ingest/socle/jour.ts'
import { lireMoisCalcules } from '../../metrics/engine/mois-calcules.ts'
import { lireGroupe, lirePoids } from '../../metrics/groupe.ts'
import type { CodeIndicateur } from '../../metrics/registry.ts'
import { dire, ouvrirEssai, S, S0 } from './aide.ts'

const [SEPTEMBRE, OCTOBRE] = [enMois('2026-09'), enMois('2026-10')]
const EPCI_ET_ETAT = { entite: 'AUTRES', libelle: 'Autres catégories', categories: ['EPCI', 'ETAT'] }

const inscrite = (guichet: string, mois: Mois, depot: string, rfr: number | null) => ({
  date_enregistrement: `${mois}-25`,
  guichet_enregistrement: guichet,
  date_depot: depot,
  revenu_fiscal_reference: rfr,
})

/** In October, 0 and 2 days at an EPCI, 10 at the State's, 4 at a guichet of no register, 24 in a commune; in September 20. */
const charger = async () => {
  const essai = await ouvrirEssai()
  const guichets = [
    { code: 'EEEEE', categorie: 'EPCI' },
    { code: 'TTTTT', categorie: 'ETAT' },
    { code: 'CCCCC', categorie: 'COMMUNE' },
  ]
  const septembre = [inscrite('TTTTT', SEPTEMBRE, '2026-09-05', null)]
  const octobre = [
    inscrite('EEEEE', OCTOBRE, '2026-10-25', null),
    inscrite('EEEEE', OCTOBRE, '2026-10-23', 12_000),
    inscrite('TTTTT', OCTOBRE, '2026-10-15', null),
    inscrite('XXXXX', OCTOBRE, '2026-10-21', 12_000),
    inscrite('CCCCC', OCTOBRE, '2026-10-01', null),
  ]
  await essai.importer({ date: enJour(S0), guichets, demandes: septembre })
  await essai.importer({ date: enJour(S), guichets, demandes: [...septembre, ...octobre] })
  const calcules = await lireMoisCalcules(essai.base.connection, '013')
  const groupe = async (indicateur: CodeIndicateur, mois: readonly Mois[], quoi = EPCI_ET_ETAT) => {
    const lus = calcules.filter((calcule) => mois.includes(calcule.mois))
    const lignes = await lireGroupe(essai.base.connection, '013', lus, quoi)
    return lignes.filter((ligne) => ligne.indicateur === indicateur)
  }
  return { essai, groupe }
}

describe('plusieurs catégories comme une seule', () => {
  it('un délai est la médiane de tous leurs délais, ceux des guichets hors registre compris', async () => {
    const { groupe } = await charger()
    expect((await groupe('delai_enregistrement', [OCTOBRE])).map(dire)).toEqual(['3 j, p90 8.2 (4)'])
    expect((await groupe('delai_enregistrement', [SEPTEMBRE])).map(dire)).toEqual(['20 j, p90 20 (1)'])
    expect((await groupe('delai_enregistrement', [SEPTEMBRE, OCTOBRE])).map(dire)).toEqual(['4 j, p90 16 (5)'])
  })

  it('une part est la somme des leurs, avec son intervalle de Wilson', async () => {
    const { groupe } = await charger()
    const [ligne] = await groupe('rfr_absent', [OCTOBRE])
    expect([ligne?.niveau, ligne?.entite, ligne?.libelle]).toEqual(['CATEGORIE', 'AUTRES', 'Autres catégories'])
    expect([ligne?.numerateur, ligne?.denominateur, ligne?.valeur, ligne?.statut]).toEqual([2, 4, 0.5, null])
    // (0,5 + z²/8 ± z √(0,0625 + z²/64)) / (1 + z²/4), z = 1,96.
    expect([ligne?.ic_bas?.toFixed(4), ligne?.ic_haut?.toFixed(4)]).toEqual(['0.1500', '0.8500'])
    expect((await groupe('rfr_absent', [SEPTEMBRE, OCTOBRE])).map(dire)).toEqual(['3/5'])
  })

  it('un nombre s’additionne, un stock est celui du dernier mois', async () => {
    const { groupe } = await charger()
    expect((await groupe('enregistrements', [SEPTEMBRE, OCTOBRE])).map(dire)).toEqual(['5'])
    expect((await groupe('demandes_actives', [SEPTEMBRE, OCTOBRE])).map(dire)).toEqual(['5'])
  })

  it('une seule catégorie, avec ce que le registre ne connaît pas ; aucune, cela seul', async () => {
    const { groupe } = await charger()
    const seule = { ...EPCI_ET_ETAT, categories: ['EPCI'] }
    expect((await groupe('enregistrements', [OCTOBRE], seule)).map(dire)).toEqual(['3'])
    expect((await groupe('enregistrements', [OCTOBRE], { ...seule, categories: [] })).map(dire)).toEqual(['1'])
  })

  it('un indicateur du seul territoire n’en a pas', async () => {
    const { groupe } = await charger()
    expect(await groupe('demandes_perimees', [OCTOBRE])).toEqual([])
  })

  it('on sait ce que chaque service y fait', async () => {
    const { essai } = await charger()
    const poids = await lirePoids(essai.base.connection, '013', [SEPTEMBRE, OCTOBRE])
    const lus = poids.filter(({ indicateur }) => indicateur === 'enregistrements')
    expect(lus.map(({ categorie, effectif }) => [categorie, effectif])).toEqual(
      expect.arrayContaining([
        ['EPCI', 2],
        ['ETAT', 2],
        ['COMMUNE', 1],
        [null, 1],
      ]),
    )
    expect(lus).toHaveLength(4)
  })
})
