import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { lireMoisCalcules } from '../../../metrics/engine/mois-calcules.ts'
import type { LigneIndicateur } from '../../../metrics/resultat.ts'
import { anonymiserPairs, dansLaPortee, porteeDe } from '../../../server/acces/portee.ts'
import { attributionsDuGuichet } from '../../../server/lecture/attributions/guichet.ts'
import { FICHES } from '../../../server/lecture/fiches.ts'
import { lireReglages, regler } from '../../../server/state/reglages.ts'
import { adresse, creerApplication, type Personne } from '../aide.ts'
import { preparerDepartement } from './departement.ts'

const departement = preparerDepartement()

const lignesDe = async (base: Parameters<typeof creerApplication>[0], personne: Personne) => {
  const { app, etat } = await creerApplication(base, personne)
  const reponse = await app.request(adresse('/exports/indicateurs.json'))
  return { app, etat, lignes: (await reponse.json()) as LigneIndicateur[] }
}

const niveaux = (lignes: readonly LigneIndicateur[]) => [...new Set(lignes.map(({ niveau }) => niveau))].sort()

describe('ce que chacun voit', () => {
  it('le gestionnaire et l’État voient chaque guichet par son nom', async () => {
    const { base, guichets } = departement()
    for (const role of ['gestionnaire', 'etat'] as const) {
      const { lignes } = await lignesDe(base, { role })
      const vus = new Set(lignes.filter(({ niveau }) => niveau === 'GUICHET').map(({ entite }) => entite))
      expect(guichets.every(({ code }) => vus.has(code))).toBe(true)
    }
  })

  it('le préfet voit des agrégats, aucun guichet ni service', async () => {
    const { base } = departement()
    const { lignes, app } = await lignesDe(base, { role: 'prefet' })
    expect(niveaux(lignes)).toEqual(['CATEGORIE', 'TERRITOIRE'])
    const page = await (await app.request(adresse('/'))).text()
    expect(page).not.toMatch(/\/guichets|pas encore jugés/)
  })

  it('le comité voit les services sans leur nom, tant qu’il n’en a pas décidé autrement', async () => {
    const { base, guichets } = departement()
    const { lignes, app, etat } = await lignesDe(base, { role: 'copil' })
    expect(niveaux(lignes)).toEqual(['CATEGORIE', 'SERVICE', 'TERRITOIRE'])
    const services = lignes.filter(({ niveau }) => niveau === 'SERVICE')
    expect(services.every(({ libelle, entite }) => /^Service n° \d+$/.test(libelle) && /^S\d+$/.test(entite))).toBe(
      true,
    )
    const pages = await Promise.all(
      ['/', '/indicateurs', '/indicateurs/dossiers_incomplets'].map(async (chemin) =>
        (await app.request(adresse(chemin))).text(),
      ),
    )
    for (const { code, libelle } of guichets)
      for (const page of pages) {
        expect([code, page.includes(`/${code}`) || page.includes(`>${libelle}<`)]).toEqual([code, false])
      }
    const decision = { motif: 'comité du 12/02/2026', saisi_le: '2026-11-20 09:00:00', saisi_par: 'essai' }
    await regler(etat, 'copil_nominatif', true, { depuis: enJour('2026-11-24'), ...decision })
    const avant = (await (await app.request(adresse('/exports/indicateurs.json'))).json()) as LigneIndicateur[]
    expect(avant.some(({ libelle }) => /^Service n° /.test(libelle))).toBe(true)
    await regler(etat, 'copil_nominatif', true, { depuis: enJour('2026-11-23'), ...decision })
    const apres = (await (await app.request(adresse('/exports/indicateurs.json'))).json()) as LigneIndicateur[]
    expect(apres.some(({ libelle }) => /^Service n° /.test(libelle))).toBe(false)
  })

  it('un guichet voit son service, et ses pairs sans nom ni code', async () => {
    const { base, guichets, sien } = departement()
    const { lignes, app } = await lignesDe(base, { role: 'guichet', territoires: ['013'], service: sien.service })
    const siens = guichets.filter(({ service }) => service === sien.service).map(({ code }) => code)
    const vus = lignes.filter(({ niveau }) => niveau === 'GUICHET').map(({ entite }) => entite)
    expect([...new Set(vus)].sort()).toEqual(siens.sort())
    expect(new Set(lignes.filter(({ niveau }) => niveau === 'SERVICE').map(({ entite }) => entite))).toEqual(
      new Set([sien.service]),
    )
    const page = await (await app.request(adresse(`/guichets/${sien.code}`))).text()
    expect(page).toContain('Pair 1')
    for (const { code, libelle } of guichets.filter(({ service }) => service !== sien.service)) {
      expect([code, page.includes(`/${code}`) || page.includes(`>${code}`) || page.includes(`>${libelle}<`)]).toEqual([
        code,
        false,
      ])
    }
  })

  it('un partenaire ne voit que les bilans publiés', async () => {
    const { base } = departement()
    const { app } = await creerApplication(base, { role: 'partenaire' })
    expect(await (await app.request(adresse('/'))).text()).toContain('Aucun bilan n’est encore publié')
  })
})

describe('les services sans nom du comité', () => {
  const guichets = Array.from({ length: 30 }, (_, i) => {
    const code = `G${String(i).padStart(2, '0')}`
    return { code, libelle: `Mairie ${i}`, categorie: 'COMMUNE', service_code: code }
  })
  const acces = { qui: 'a@exemple.fr', role: 'copil', territoires: ['013'], service: null } as const
  const portee = porteeDe({ acces, guichets, copilNominatif: false, sel: 'x' })
  const lignes = guichets.map(({ code, libelle }) => ({ niveau: 'SERVICE' as const, entite: code, libelle }))

  it('viennent dans l’ordre de leur numéro : celui de leur code les nommerait', () => {
    const rangs = dansLaPortee(lignes, portee).map(({ entite }) => Number(entite.slice(1)))
    expect(rangs).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  })

  it('viennent dans cet ordre jusque dans les exports', async () => {
    const { base } = departement()
    const { app } = await creerApplication(base, { role: 'copil' })
    for (const table of ['indicateurs', 'attributions-delais']) {
      const reponse = await app.request(adresse(`/exports/${table}.json`))
      const services = ((await reponse.json()) as LigneIndicateur[]).filter(({ niveau }) => niveau === 'SERVICE')
      const rangs = services.map(({ entite }) => Number(entite.slice(1)))
      expect(rangs.length).toBeGreaterThan(5)
      expect(rangs).toEqual(rangs.toSorted((a, b) => a - b))
    }
  })
})

describe('les catégories de peu de guichets', () => {
  const acces = { qui: 'a@exemple.fr', role: 'guichet', territoires: ['013'], service: 'COMMUNE0' } as const
  const porteeSur = (tailles: Readonly<Record<string, number>>) => {
    const guichets = Object.entries(tailles).flatMap(([categorie, n]) =>
      Array.from({ length: n }, (_, i) => ({ code: `${categorie}${i}`, libelle: '', categorie: categorie || null })),
    )
    return porteeDe({ acces, guichets, copilNominatif: false, sel: 'x' })
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
      const guichets = Array.from({ length: n }, (_, i) => (i === 0 ? sien : { ...sien, code: `X${i}`, service: '' }))
      const inscrits = guichets.map(({ service, ...guichet }) => ({ ...guichet, service_code: service }))
      const portee = porteeDe({ acces: lui, guichets: inscrits, copilNominatif: false, sel: 'x' })
      return (await attributionsDuGuichet({ lecteur, portee, territoire: '013', calcule }, FICHES, sien))?.pairs
    }
    expect((await pairsParmi(5))?.code).toBe('BAILLEUR')
    expect(await pairsParmi(4)).toBeNull()
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
    ['quatre', 4, 1],
    ['cinq', 5, 5],
    ['six', 6, 6],
  ])('%s dans la catégorie : cachés sous cinq', (_, n, montres) => {
    const portee = porteeDe({ acces, guichets: guichets(n), copilNominatif: false, sel: 'x' })
    const vus = anonymiserPairs(figures(n), portee)
    expect(vus).toHaveLength(montres)
    expect(vus.filter(({ entite }) => entite === 'G0')).toHaveLength(1)
    expect(JSON.stringify(vus)).not.toMatch(/G[1-9]|Mairie [1-9]/)
  })

  it.each([
    ['quatre', 4, false, null],
    ['cinq', 5, true, 0.2],
  ])('%s dans la catégorie : ni sa somme ni sa moyenne ne les trahissent', (_, n, montree, reference) => {
    const portee = porteeDe({ acces, guichets: guichets(n), copilNominatif: false, sel: 'x' })
    expect(portee.voit({ niveau: 'CATEGORIE', entite: 'COMMUNE' })).toBe(montree)
    const ligne = { niveau: 'GUICHET' as const, entite: 'G0', reference: 0.2, z_ajuste: 1 }
    expect(portee.nommer(ligne).reference).toBe(reference)
  })

  it('viennent dans l’ordre de leur valeur, qui ne dit rien d’eux', () => {
    const portee = porteeDe({ acces, guichets: guichets(6), copilNominatif: false, sel: 'x' })
    const autres = anonymiserPairs(figures(6), portee).slice(1)
    expect(autres.map(({ valeur }) => valeur)).toEqual(autres.map(({ valeur }) => valeur).toSorted((a, b) => a - b))
  })
})
