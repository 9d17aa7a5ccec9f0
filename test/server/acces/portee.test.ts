import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { LigneIndicateur } from '../../../metrics/resultat.ts'
import { SANS_GROUPE } from '../../../server/acces/groupes.ts'
import { numeroter } from '../../../server/acces/numeros.ts'
import { dansLaPortee, porteeDe } from '../../../server/acces/portee.ts'
import { regler } from '../../../server/state/reglages.ts'
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
  const codes = Array.from({ length: 30 }, (_, i) => `G${String(i).padStart(2, '0')}`)
  const guichets = codes.map((code, i) => ({ code, libelle: `Mairie ${i}`, categorie: 'COMMUNE', service_code: code }))
  const acces = { qui: 'a@exemple.fr', role: 'copil', territoires: ['013'], service: null } as const
  const numeros = numeroter(
    codes.map((code) => ({ code, premier: '2026-01-31' })),
    'x',
  )
  const portee = porteeDe({ acces, guichets, copilNominatif: false, numeros, groupe: SANS_GROUPE })
  const lignes = guichets.map(({ code, libelle }) => ({ niveau: 'SERVICE' as const, entite: code, libelle }))

  it('viennent dans l’ordre de leur numéro : celui de leur code les nommerait', () => {
    const rangs = dansLaPortee(lignes, portee).map(({ entite }) => Number(entite.slice(1)))
    expect(rangs).toEqual(rangs.toSorted((a, b) => a - b))
    expect(new Set(rangs).size).toBe(30)
    expect(dansLaPortee(lignes, portee).map(({ libelle }) => libelle)).toEqual(
      rangs.map((rang) => `Service n° ${rang}`),
    )
    expect(codes.map((code) => numeros.get(code))).not.toEqual(rangs)
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
