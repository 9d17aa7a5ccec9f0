import { describe, expect, it } from 'vitest'
import { dominees, grouperCategories } from '../../../server/acces/groupes.ts'
import { porteeDe } from '../../../server/acces/portee.ts'

type Tailles = Readonly<Record<string, number>>

/** So many services of one guichet in each category; '' is of guichets that the register lacks. */
const guichetsDe = (tailles: Tailles) =>
  Object.entries(tailles).flatMap(([categorie, n]) =>
    Array.from({ length: n }, (_, i) => {
      const code = `${categorie || 'INCONNU'}${i}`
      return { code, libelle: code, categorie: categorie || null, service_code: code }
    }),
  )

/** What each service makes of an indicator, alike but for those that are said. */
const poidsDe = (
  tailles: Tailles,
  un: number,
  autres: Readonly<Record<string, number>> = {},
  indicateur = 'forcages',
) =>
  guichetsDe(tailles).map(({ code, categorie }) => ({
    indicateur,
    categorie,
    service: code,
    effectif: autres[code] ?? un,
  }))

describe('les catégories dites ensemble au comité', () => {
  it.each([
    ['toutes de cinq services au moins : aucune', { COMMUNE: 20, BAILLEUR: 5 }, [], false],
    [
      'une de quatre : jointe par la plus petite des autres',
      { COMMUNE: 20, BAILLEUR: 5, EPCI: 4 },
      ['BAILLEUR', 'EPCI'],
      true,
    ],
    [
      'deux, de quatre en tout : jointes par la plus petite des autres',
      { COMMUNE: 20, BAILLEUR: 6, EPCI: 3, ETAT: 1 },
      ['BAILLEUR', 'EPCI', 'ETAT'],
      true,
    ],
    ['deux, de cinq en tout : elles suffisent', { COMMUNE: 20, BAILLEUR: 6, EPCI: 4, ETAT: 1 }, ['EPCI', 'ETAT'], true],
    ['deux, de six en tout : elles suffisent', { COMMUNE: 20, BAILLEUR: 6, EPCI: 4, ETAT: 2 }, ['EPCI', 'ETAT'], true],
    ['un guichet hors registre ne se déduit pas du reste', { COMMUNE: 20, BAILLEUR: 8, '': 1 }, ['BAILLEUR'], true],
    ['cinq hors registre se cachent ensemble', { COMMUNE: 20, BAILLEUR: 8, '': 5 }, [], true],
    ['quatre services en tout : aucune ne se dit', { EPCI: 3, ETAT: 1 }, ['EPCI', 'ETAT'], false],
  ])('%s', (_, tailles, categories, dit) => {
    const poids = poidsDe(tailles as unknown as Tailles, 10)
    expect(grouperCategories(guichetsDe(tailles as unknown as Tailles), poids)).toEqual({ categories, dit })
  })

  it('un service de plusieurs guichets ne compte qu’une fois', () => {
    const guichets = guichetsDe({ COMMUNE: 20, EPCI: 6 }).map((guichet) =>
      guichet.categorie === 'EPCI' ? { ...guichet, service_code: 'EPCI' } : guichet,
    )
    expect(grouperCategories(guichets, []).categories).toEqual(['COMMUNE', 'EPCI'])
  })

  // Four services of ten and the portal: 85 % of 266 is 226,1.
  it.each([
    ['226 sur 266, moins de 85 % : le groupe tient', 226, ['EPCI', 'PORTAIL']],
    ['227 sur 267, plus de 85 % : la plus petite des autres s’y joint', 227, ['BAILLEUR', 'EPCI', 'PORTAIL']],
  ])('le portail en fait %s', (_, portail, categories) => {
    const tailles = { COMMUNE: 20, BAILLEUR: 6, EPCI: 4, PORTAIL: 1 }
    const poids = poidsDe(tailles, 10, { PORTAIL0: portail })
    expect(grouperCategories(guichetsDe(tailles), poids).categories).toEqual(categories)
  })

  it('ce doit être vrai de chaque indicateur du mois', () => {
    const tailles = { COMMUNE: 20, BAILLEUR: 6, EPCI: 4, PORTAIL: 1 }
    const poids = [...poidsDe(tailles, 10), ...poidsDe(tailles, 10, { PORTAIL0: 227 }, 'doublons_actifs')]
    expect(grouperCategories(guichetsDe(tailles), poids).categories).toEqual(['BAILLEUR', 'EPCI', 'PORTAIL'])
  })

  it('un indicateur trop rare, ou qu’un seul service fait dans tout le territoire, n’en décide pas', () => {
    const tailles = { COMMUNE: 20, BAILLEUR: 6, EPCI: 4, PORTAIL: 1 }
    const seul = (indicateur: string, effectif: number) => ({
      indicateur,
      categorie: 'EPCI',
      service: 'EPCI0',
      effectif,
    })
    const rare = [
      seul('forcages_injustifies', 20),
      { ...seul('forcages_injustifies', 9), categorie: 'COMMUNE', service: 'COMMUNE0' },
    ]
    const poids = [...poidsDe(tailles, 10), ...rare, seul('rejets_interface', 500)]
    expect(grouperCategories(guichetsDe(tailles), poids)).toEqual({ categories: ['EPCI', 'PORTAIL'], dit: true })
    expect([...dominees(poids)]).toEqual(['rejets_interface'])
    expect([...dominees(poids.filter(({ categorie }) => categorie === 'EPCI'))].sort()).toEqual([
      'forcages_injustifies',
      'rejets_interface',
    ])
  })
})

describe('ce qui distinguerait un service au comité', () => {
  const tailles = { COMMUNE: 20, EPCI: 4, ETAT: 1 }
  const acces = { qui: 'a@exemple.fr', role: 'copil', territoires: ['013'], service: null } as const
  const portee = porteeDe({
    acces,
    guichets: guichetsDe(tailles),
    copilNominatif: false,
    numeros: new Map([
      ['ETAT0', 4821],
      ['COMMUNE0', 1234],
    ]),
    groupe: { categories: ['EPCI', 'ETAT'], dit: true },
  })
  const ligne = (entite: string, categorie: string) => ({
    niveau: 'SERVICE' as const,
    entite,
    libelle: entite,
    categorie,
    reference: 0.2,
    z_ajuste: 1,
  })

  it('n’est pas dit : ni une catégorie de peu, ni la part de ses pairs', () => {
    expect(portee.nommer(ligne('ETAT0', 'ETAT'))).toEqual({
      niveau: 'SERVICE',
      entite: 'S4821',
      libelle: 'Service n° 4821',
      categorie: 'AUTRES',
      reference: null,
      z_ajuste: null,
    })
    expect(portee.nommer(ligne('COMMUNE0', 'COMMUNE'))).toMatchObject({ categorie: 'COMMUNE', reference: 0.2 })
  })

  it('la catégorie de peu ne se demande pas, les autres et leur somme oui', () => {
    const voit = (entite: string) => portee.voit({ niveau: 'CATEGORIE', entite })
    expect(['COMMUNE', 'EPCI', 'ETAT', 'AUTRES'].map(voit)).toEqual([true, false, false, true])
  })
})
