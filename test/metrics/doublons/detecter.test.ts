import { describe, expect, it } from 'vitest'
import { enFiche, familleFebrl, familleRl } from '../../bench/doublons/familles.ts'
import { chercher, evaluer, type Fiche, pairesDe } from './base.ts'
import { lireFebrl1, lireRl500, SANS_JEUX, titre } from './jeux.ts'
import { population } from './population.ts'

const MODELE: Fiche = {
  numero_unique: 'A1',
  nom_naissance: 'LEFÈVRE',
  prenom: 'Maïwenn',
  date_naissance: '1984-03-09',
  telephone: '0611223344',
  courriel: 'maiwenn.lefevre12@exemple.fr',
  code_postal: '13005',
}
const autre = (change: Partial<Fiche>): Fiche => ({
  numero_unique: 'B1',
  nom_naissance: 'LEFÈVRE',
  prenom: 'Maïwenn',
  date_naissance: '1984-03-09',
  telephone: '0699887766',
  code_postal: '13009',
  ...change,
})
const couple = { conjoint_nom_naissance: 'BENALI', conjoint_prenom: 'Sofiane', conjoint_date_naissance: '1981-11-23' }

const cleDe = async (premier: Fiche, second: Fiche): Promise<string | undefined> => {
  const { paires } = await chercher([...population(300), premier, second])
  return paires.find(({ a, b }) => a === 'A1' && b === 'B1')?.cle
}

describe('la détection des doublons', () => {
  it.each([
    ['la même identité', autre({}), 'IDENTIQUE'],
    ['la casse et les accents', autre({ nom_naissance: 'Lefevre', prenom: 'MAIWENN' }), 'GRAPHIE'],
    ['nom et prénom échangés', autre({ nom_naissance: 'Maïwenn', prenom: 'Lefèvre' }), 'INVERSION'],
    ['une lettre changée', autre({ nom_naissance: 'LEFÈBRE' }), 'GRAPHIE'],
    ['une lettre perdue dans le prénom', autre({ prenom: 'Maïwen' }), 'GRAPHIE'],
    ['jour et mois échangés', autre({ date_naissance: '1984-09-03' }), 'DATE'],
  ])('rapproche malgré : %s', async (_, second, cle) => {
    expect(await cleDe(MODELE, second)).toBe(cle)
  })

  it('rapproche deux demandes d’un couple, chacun ayant inscrit l’autre comme conjoint', async () => {
    const second = autre({
      nom_naissance: 'BENALI',
      prenom: 'Sofiane',
      date_naissance: '1981-11-23',
      conjoint_nom_naissance: 'Lefevre',
      conjoint_prenom: 'Maïwenn',
      conjoint_date_naissance: '1984-03-09',
    })
    expect(await cleDe({ ...MODELE, ...couple }, second)).toBe('CONJOINT')
  })

  it.each([
    [
      'des jumelles qui ont le même téléphone',
      autre({ prenom: 'Solenn', telephone: '0611223344', code_postal: '13005' }),
    ],
    [
      'des frères et sœurs',
      autre({ prenom: 'Solenn', date_naissance: '1987-06-21', telephone: '0611223344', code_postal: '13005' }),
    ],
    ['des homonymes nés un autre jour', autre({ date_naissance: '1971-12-30' })],
    [
      'deux ménages qui n’ont que le téléphone',
      autre({ nom_naissance: 'GARCIA', prenom: 'Louis', date_naissance: '1950-01-02', telephone: '0611223344' }),
    ],
  ])('ne rapproche pas %s', async (_, second) => {
    expect(await cleDe(MODELE, second)).toBeUndefined()
  })

  it('ne tire rien d’une valeur absente', async () => {
    const sans: Fiche = { numero_unique: 'A1', nom_naissance: 'LEFÈVRE' }
    expect(await cleDe(sans, { ...sans, numero_unique: 'B1' })).toBeUndefined()
  })

  it('ne trouve rien dans une base vide, ni d’une seule demande', async () => {
    expect((await chercher([])).paires).toEqual([])
    expect((await chercher([MODELE])).paires).toEqual([])
  })

  it('donne les mêmes paires quel que soit l’ordre des lignes et le nombre de fils', async () => {
    const fiches = familleFebrl({ originaux: 300, copies: 300, copiesMax: 3, fautes: 4, fautesParChamp: 2 }, 4).map(
      enFiche,
    )
    const [une, deux, trois] = await Promise.all([
      chercher(fiches, { fils: 1, seuil: 0.01 }),
      chercher(fiches.toReversed(), { fils: 4, seuil: 0.01 }),
      chercher(
        fiches.toSorted((x, y) => ((x.prenom ?? '') < (y.prenom ?? '') ? -1 : 1)),
        { fils: 2, seuil: 0.01 },
      ),
    ])
    expect(une.paires.length).toBeGreaterThan(300)
    expect(deux.paires).toEqual(une.paires)
    expect(trois.paires).toEqual(une.paires)
  })

  it.skipIf(SANS_JEUX)(titre('trouve RLdata500 à F1 ≥ 0,97 au seuil par défaut'), async () => {
    const fiches = lireRl500()
    expect(evaluer((await chercher(fiches)).paires, pairesDe(fiches)).f1).toBeGreaterThanOrEqual(0.97)
  })

  it.skipIf(SANS_JEUX)(titre('trouve FEBRL 1 à F1 ≥ 0,97 au seuil par défaut'), async () => {
    const fiches = lireFebrl1()
    expect(evaluer((await chercher(fiches)).paires, pairesDe(fiches)).f1).toBeGreaterThanOrEqual(0.97)
  })

  it('tient sur une famille plus abîmée, jusqu’à cinq copies d’un original', async () => {
    const fiches = familleFebrl({ originaux: 800, copies: 1200, copiesMax: 5, fautes: 5, fautesParChamp: 2 }, 11)
    expect(evaluer((await chercher(fiches.map(enFiche))).paires, pairesDe(fiches)).f1).toBeGreaterThanOrEqual(0.97)
  })

  it('tient sur des noms et des dates seuls, très communs', async () => {
    const fiches = familleRl(3000, 300, 12)
    expect(evaluer((await chercher(fiches.map(enFiche))).paires, pairesDe(fiches)).f1).toBeGreaterThanOrEqual(0.96)
  })
})

describe('les bases difficiles', () => {
  const deux = (n: number) => String(n).padStart(2, '0')

  it('coupe, et le dit, quand toutes les naissances sont au 1er janvier', async () => {
    const fiches = population(4000).map((f, i) => ({ ...f, date_naissance: `${1940 + (i % 60)}-01-01` }))
    const { paires, detection } = await chercher([...fiches, { ...(fiches[0] as Fiche), numero_unique: 'Z1' }])
    expect(paires.some(({ b }) => b === 'Z1')).toBe(true)
    expect(detection.comparees).toBeLessThan(400_000)
  })

  it('coupe, et le dit, quand un nom fait cinq pour cent de la base', async () => {
    const fiches = population(6000).map((f, i) => (i % 20 === 0 ? { ...f, nom_naissance: 'MARTIN' } : f))
    const { detection } = await chercher(fiches)
    expect(detection.regles.some(({ blocsCoupes }) => blocsCoupes > 0)).toBe(true)
    expect(detection.comparees).toBeLessThan(1_000_000)
  })

  it('cherche encore quand les prénoms manquent', async () => {
    const fiches = population(1500).map((f, i) => (i % 2 === 0 ? { ...f, prenom: null } : f))
    const copie = { ...(fiches[0] as Fiche), numero_unique: 'Z1' }
    const { paires } = await chercher([...fiches, copie])
    expect(paires.some(({ a, b }) => a === 'P000000' && b === 'Z1')).toBe(true)
  })

  it('borne un bloc que rien ne sépare, le dit, et n’en fait pas des doublons', async () => {
    const fiches = Array.from({ length: 20_000 }, (_, i) => ({
      numero_unique: `M${deux(i).padStart(6, '0')}`,
      nom_naissance: 'INCONNU',
      prenom: 'Inconnu',
      date_naissance: '1900-01-01',
    }))
    const { paires, detection } = await chercher(fiches)
    expect(paires).toEqual([])
    expect(detection.comparees).toBeLessThan(20_000 * 10)
    expect(detection.regles.some(({ lignesVoisines }) => lignesVoisines === 20_000)).toBe(true)
  })

  it('ne tire rien d’un nom que toute la base porte, quand les prénoms manquent', async () => {
    const fiches = population(8000).map((f) => ({ ...f, nom_naissance: 'DUPONT', prenom: null }))
    expect((await chercher(fiches)).paires).toEqual([])
  })
})
