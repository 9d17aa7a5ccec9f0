import { describe, expect, it } from 'vitest'
import { chercher, evaluer, type Fiche } from './base.ts'
import { population, rapprocherDeux } from './population.ts'

const copies = (fiches: readonly Fiche[]): Fiche[] =>
  fiches.map((f, i) => ({
    ...f,
    numero_unique: `Z${String(i).padStart(4, '0')}`,
    nom_naissance: i % 2 === 0 ? (f.nom_naissance ?? null) : `${f.nom_naissance}s`,
    telephone: `07${10_000_000 + i}`,
  }))

describe('ce que beaucoup partagent', () => {
  it('ne rapproche pas les hébergés d’un centre, et n’ôte rien aux autres', async () => {
    const base = population(3000)
    const vraies = base.slice(0, 150)
    const centre = population(200, 7).map((f, i) => ({
      ...f,
      numero_unique: `C${String(i).padStart(4, '0')}`,
      date_naissance: `${1980 + (i % 25)}-01-01`,
      telephone: '0491000001',
      courriel: 'accueil@centre.example',
      code_postal: '13003',
    }))
    const { paires } = await chercher([...base, ...copies(vraies), ...centre])
    const attendues = vraies.map((f, i) => [f.numero_unique, `Z${String(i).padStart(4, '0')}`] as const)
    const { precision, rappel } = evaluer(paires, attendues)
    expect(paires.filter(({ a }) => a.startsWith('C'))).toEqual([])
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(rappel).toBeGreaterThanOrEqual(0.98)
  })

  it.each([
    ['rien qu’un téléphone', ['TEKLE', 'Yonas', '1996-03-14'], ['GEBREMEDHIN', 'Selamawit', '1987-11-25']],
    ['le nom', ['DIAWARA', 'Bakary', '1956-01-01'], ['DIAWARA', 'Youssouf', '1953-01-01']],
    ['le prénom', ['BERHE', 'Filmon', '2004-02-07'], ['TSEGAY', 'Filmon', '1997-08-30']],
    ['nom et prénom', ['KHAROTI', 'Gul', '1964-06-17'], ['KHAROTI', 'Gul', '1981-09-02']],
    ['nom, prénom et 1er janvier', ['DORJE', 'Tenzin', '1964-01-01'], ['DORJE', 'Tenzin', '1981-01-01']],
    ['la même date de convention', ['STANIKZAI', 'Jawad', '1966-01-01'], ['BELHADDAD', 'Slimane', '1966-01-01']],
  ])('ne fait pas une personne de deux qui ont en commun, avec le téléphone et le lieu : %s', async (_, un, autre) => {
    const [x, y] = [un, autre].map(([nom, prenom, date]) => ({
      nom_naissance: nom as string,
      prenom: prenom as string,
      date_naissance: date as string,
      telephone: '0491100000',
      code_postal: '13003',
    })) as [Fiche, Fiche]
    expect(await rapprocherDeux(x, y)).toBeUndefined()
  })
})

describe('les dates de convention', () => {
  const nee = (date: string, reste: Partial<Fiche> = {}) => ({
    nom_naissance: 'VILLECROZE',
    prenom: 'Perrine',
    date_naissance: date,
    ...reste,
  })

  it('s’accordent avec un jour de la même année quand le reste concorde', async () => {
    const [x, y] = ['1985-01-01', '1985-07-19'].map((date) => nee(date, { telephone: '0636559138' })) as [Fiche, Fiche]
    expect(await rapprocherDeux(x, y)).toBe('DATE')
  })

  it('ne sont pas à un chiffre près l’une de l’autre', async () => {
    expect(await rapprocherDeux(nee('1984-04-16'), nee('1986-04-16'))).toBe('DATE')
    expect(await rapprocherDeux(nee('1984-01-01'), nee('1986-01-01'))).toBeUndefined()
  })

  it('se reconnaissent aussi à ce que la base tient trop souvent un jour', async () => {
    const juillet = population(200, 3).map((f, i) => ({
      ...f,
      numero_unique: `J${String(i).padStart(4, '0')}`,
      date_naissance: `${1950 + (i % 50)}-07-01`,
    }))
    expect(await rapprocherDeux(nee('1984-07-01'), nee('1986-07-01'))).toBe('DATE')
    expect(await rapprocherDeux(nee('1984-07-01'), nee('1986-07-01'), juillet)).toBeUndefined()
  })
})

describe('les téléphones', () => {
  const joint = (telephone: string, date: string) => ({
    nom_naissance: 'MONTAUROUX',
    prenom: 'Solange',
    date_naissance: date,
    telephone,
  })

  it.each([
    ['06 36 54 33 00', '+33 6 36 54 33 00'],
    ['0692123456', '00262692123456'],
    ['0636543300', '04 91 00 00 01 / 06.36.54.33.00'],
    ['0636543300', '0491000001 0636543300'],
  ])('« %s » et « %s » ont un numéro en commun', async (un, autre) => {
    const deux = await rapprocherDeux(joint(un, '1962-05-16'), joint(autre, '1962-09-28'))
    expect(deux).toBe('DATE')
    expect(await rapprocherDeux(joint(un, '1962-05-16'), joint('0700000000', '1962-09-28'))).toBeUndefined()
  })
})
