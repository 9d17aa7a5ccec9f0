import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { lireMoisCalcules } from '../../../metrics/engine/mois-calcules.ts'
import { SANS_GROUPE } from '../../../server/acces/groupes.ts'
import { anonymiserPairs, porteeDe } from '../../../server/acces/portee.ts'
import { attributionsDuGuichet } from '../../../server/lecture/attributions/guichet.ts'
import { FICHES } from '../../../server/lecture/fiches.ts'
import { lireReglages } from '../../../server/state/reglages.ts'
import { adresse, creerApplication } from '../aide.ts'
import { preparerDepartement } from './departement.ts'

const departement = preparerDepartement()

const SANS = { numeros: new Map<string, number>(), groupe: SANS_GROUPE }

describe('les catégories de peu de services', () => {
  const acces = { qui: 'a@exemple.fr', role: 'guichet', territoires: ['013'], service: 'COMMUNE0' } as const
  const porteeSur = (tailles: Readonly<Record<string, number>>) => {
    const guichets = Object.entries(tailles).flatMap(([categorie, n]) =>
      Array.from({ length: n }, (_, i) => ({ code: `${categorie}${i}`, libelle: '', categorie: categorie || null })),
    )
    return porteeDe({ acces, guichets, copilNominatif: false, ...SANS })
  }

  it.each([
    ['une seule, de trois : la suivante se tait avec elle', { COMMUNE: 20, BAILLEUR: 8, EPCI: 3 }, ['COMMUNE']],
    [
      'deux, de sept ensemble : leur somme suffit',
      { COMMUNE: 20, BAILLEUR: 8, EPCI: 3, ETAT: 4 },
      ['COMMUNE', 'BAILLEUR'],
    ],
    ['aucune', { COMMUNE: 20, BAILLEUR: 8 }, ['COMMUNE', 'BAILLEUR']],
    ['un guichet sans catégorie : il ne se déduit pas du reste', { COMMUNE: 20, BAILLEUR: 8, '': 1 }, ['COMMUNE']],
  ])('%s', (_, tailles, montrees) => {
    const portee = porteeSur(tailles)
    const vues = Object.keys(tailles).filter((entite) => entite && portee.voit({ niveau: 'CATEGORIE', entite }))
    expect(vues).toEqual(montrees)
  })

  it('ne se demandent pas sur la page des attributions, et n’y sont pas offertes', async () => {
    const { base, guichets, sien } = departement()
    const { app } = await creerApplication(base, { role: 'guichet', service: sien.service })
    const petite = guichets
      .map(({ categorie }) => categorie)
      .find((categorie) => guichets.filter((guichet) => guichet.categorie === categorie).length < 5)
    expect(petite).toBeDefined()
    expect((await app.request(adresse(`/attributions?categorie=${petite}`))).status).toBe(403)
    const page = await (await app.request(adresse('/attributions'))).text()
    expect(page.includes(`categorie=${petite}`)).toBe(false)
  })

  it('ne montrent pas non plus leur délai à côté de celui d’un de leurs guichets', async () => {
    const { base, sien } = departement()
    const { etat } = await creerApplication(base)
    const calcule = (await lireMoisCalcules(base.connection, '013')).at(-1)
    if (calcule === undefined) throw new Error('aucun mois calculé')
    const lui = { ...acces, service: sien.service }
    const lecteur = { base, etat, acces: lui, reglages: await lireReglages(etat, enJour('2026-11-23')) }
    const pairsParmi = async (n: number) => {
      const guichets = Array.from({ length: n }, (_, i) =>
        i === 0 ? sien : { ...sien, code: `X${i}`, service: `X${i}` },
      )
      const inscrits = guichets.map(({ service, ...guichet }) => ({ ...guichet, service_code: service }))
      const portee = porteeDe({ acces: lui, guichets: inscrits, copilNominatif: false, ...SANS })
      return (await attributionsDuGuichet({ lecteur, portee, territoire: '013', calcule }, FICHES, sien))?.pairs
    }
    expect((await pairsParmi(6))?.code).toBe('BAILLEUR')
    expect(await pairsParmi(5)).toBeNull()
  })
})

describe('les pairs d’un guichet', () => {
  const guichets = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      code: `G${i}`,
      libelle: `Mairie ${i}`,
      categorie: 'COMMUNE',
      service_code: `G${i}`,
    }))
  const acces = { qui: 'a@exemple.fr', role: 'guichet', territoires: ['013'], service: 'G0' } as const
  const figures = (n: number) =>
    guichets(n).map(({ code, libelle }, i) => ({
      niveau: 'GUICHET' as const,
      entite: code,
      libelle,
      valeur: (i * 7) % 5,
    }))

  it.each([
    ['cinq', 5, 1],
    ['six', 6, 6],
    ['sept', 7, 7],
  ])('%s dans la catégorie, le sien compris : cachés sous cinq autres', (_, n, montres) => {
    const portee = porteeDe({ acces, guichets: guichets(n), copilNominatif: false, ...SANS })
    const vus = anonymiserPairs(figures(n), portee)
    expect(vus).toHaveLength(montres)
    expect(vus.filter(({ entite }) => entite === 'G0')).toHaveLength(1)
    expect(JSON.stringify(vus)).not.toMatch(/G[1-9]|Mairie [1-9]/)
  })

  it.each([
    ['cinq', 5, false, null],
    ['six', 6, true, 0.2],
  ])(
    '%s dans la catégorie, le sien compris : ni sa somme ni sa moyenne ne les trahissent',
    (_, n, montree, reference) => {
      const portee = porteeDe({ acces, guichets: guichets(n), copilNominatif: false, ...SANS })
      expect(portee.voit({ niveau: 'CATEGORIE', entite: 'COMMUNE' })).toBe(montree)
      const ligne = { niveau: 'GUICHET' as const, entite: 'G0', reference: 0.2, z_ajuste: 1 }
      expect(portee.nommer(ligne).reference).toBe(reference)
    },
  )

  it('sont des services : six guichets de deux services ne font qu’un autre service', () => {
    const deDeux = guichets(6).map((guichet, i) => ({ ...guichet, service_code: i === 0 ? 'G0' : 'AUTRE' }))
    const portee = porteeDe({ acces, guichets: deDeux, copilNominatif: false, ...SANS })
    expect(portee.voit({ niveau: 'CATEGORIE', entite: 'COMMUNE' })).toBe(false)
    expect(anonymiserPairs(figures(6), portee).map(({ entite }) => entite)).toEqual(['G0'])
  })

  it('viennent dans l’ordre de leur valeur, qui ne dit rien d’eux', () => {
    const portee = porteeDe({ acces, guichets: guichets(6), copilNominatif: false, ...SANS })
    const autres = anonymiserPairs(figures(6), portee).slice(1)
    expect(autres.map(({ valeur }) => valeur)).toEqual(autres.map(({ valeur }) => valeur).toSorted((a, b) => a - b))
  })
})
