import { beforeAll, describe, expect, it } from 'vitest'
import { Imports } from '../../web/pages/imports.tsx'
import { chargements, SANS_DEPOT } from './fixtures/chargements.ts'
import { contexteDe, type Departement, departement } from './fixtures.ts'
import { guichet, guichets, indicateur, indicateurs, listPages, tableauDeBord } from './pages.tsx'
import { rendre } from './rendre.tsx'

const XSS = '<script>alert(1)</script>"\'&'

let d: Departement
let pages: ReadonlyMap<string, string>

beforeAll(async () => {
  d = departement(60)
  const rendues = Object.entries(listPages(d)).map(async ([nom, page]) => [nom, await rendre(page)] as const)
  pages = new Map(await Promise.all(rendues))
})

const texte = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')

describe('chaque page', () => {
  it('est un document entier, en français', () => {
    for (const html of pages.values())
      expect(html).toMatch(/^<!doctype html><html lang="fr"><head><meta charset="utf-8"/)
  })

  it('n’a ni style en ligne, ni script en ligne, ni gestionnaire', () => {
    for (const [nom, html] of pages) {
      expect(html, nom).not.toMatch(/<[^>]*\sstyle=/)
      expect(html, nom).not.toMatch(/<style|<[^>]*\son[a-z]+=|javascript:/)
      for (const script of html.match(/<script[^>]*>[^<]*/g) ?? [])
        expect(script, nom).toMatch(/^<script type="module" src="[^"]+">$/)
    }
  })

  it('a un seul titre de premier niveau et un titre de document', () => {
    for (const [nom, html] of pages) {
      expect(html.match(/<h1>/g), nom).toHaveLength(1)
      expect(html, nom).toMatch(/<title>[^<]+ – Infocentre<\/title>/)
    }
  })

  it('n’utilise un identifiant qu’une fois', () => {
    for (const [nom, html] of pages) {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, nom).toBe(ids.length)
    }
  })

  it('n’ouvre aucune ligne sur une ponctuation haute', () => {
    for (const [nom, html] of pages)
      expect(html.replace(/<[^>]*>/g, '').match(/.{12} [:;?!»](?=\s|$).*/g) ?? [], nom).toEqual([])
  })

  it('n’affiche ni « NaN », ni « undefined », ni « null »', () => {
    for (const [nom, html] of pages) expect(html.match(/NaN|undefined|\bnull\b|\[object/g) ?? [], nom).toEqual([])
  })

  it('donne à chaque graphique son tableau', () => {
    for (const [nom, html] of pages) {
      const n = html.match(/<figure class="chart">/g)?.length ?? 0
      expect(html.match(/<summary>Voir les données<\/summary>/g)?.length ?? 0, nom).toBe(n)
    }
  })

  it('garde le territoire et le mois dans ses liens', () => {
    for (const nom of ['tableau-de-bord', 'guichets', 'guichet', 'indicateur']) {
      const liens = [...(pages.get(nom) ?? '').matchAll(/href="(\/(?!statique|imports\/)[^"]*)"/g)].map(
        ([, href]) => href ?? '',
      )
      expect(liens.length).toBeGreaterThan(5)
      for (const href of liens) {
        expect(href, nom).toContain('territoire=099')
        expect(href, nom).toMatch(/mois=2026-\d\d/)
      }
    }
  })
})

describe('un texte venu des données n’est jamais une balise', () => {
  const hostile = (): Departement => ({
    ...d,
    guichets: d.guichets.map((g) => ({ ...g, libelle: XSS, service_libelle: XSS, adresse: XSS, commune: XSS })),
    lignes: d.lignes.map((l) => (l.niveau === 'GUICHET' ? { ...l, libelle: XSS } : l)),
    fiches: d.fiches.map((f) => ({ ...f, libelle: `${XSS} ${f.libelle}`, definition: XSS, pourquoi: XSS })),
  })

  it.each(['tableau-de-bord', 'guichets', 'guichet', 'indicateurs', 'indicateur', 'indicateur-jours'] as const)(
    '%s',
    async (nom) => {
      const html = await rendre(listPages(hostile())[nom])
      expect(html).toContain('&lt;script&gt;')
      expect(html).not.toContain('<script>alert')
      expect(html).not.toMatch(/="[^"]*<script>/)
    },
  )

  it('le rapport de chargement', async () => {
    const [premier] = chargements
    if (!premier) throw new Error('chargement')
    const rapport = { ...premier.rapport, colonnes_ignorees: [XSS], guichets_inconnus: [XSS], rejets: { [XSS]: 3 } }
    const html = await rendre(
      <Imports
        contexte={contexteDe('/imports')}
        indicateurs={[]}
        chargements={[{ ...premier, rapport, source: XSS }]}
        {...SANS_DEPOT}
      />,
    )
    expect(html).not.toContain('<script>alert')
  })
})

it('une fois les rejets effacés, la page dit leur terme, celui de la règle', async () => {
  const [premier] = chargements
  if (!premier) throw new Error('chargement')
  const effaces = [{ ...premier, rejetsDisponibles: false }]
  const html = await rendre(
    <Imports contexte={contexteDe('/imports')} indicateurs={[]} chargements={effaces} {...SANS_DEPOT} />,
  )
  expect(texte(html)).toContain('Le fichier des rejets est supprimé après 30 jours.')
  expect(html).not.toContain('/rejets.')
})

describe('sans états, rien n’est appelé une alerte', () => {
  it.each(['tableau-de-bord-muet', 'guichets-muet', 'guichet-muet', 'indicateur-muet'])('%s', (nom) => {
    const html = pages.get(nom) ?? ''
    expect(texte(html.slice(html.indexOf('<main')))).not.toMatch(/en alerte|À surveiller|\d alertes?\b/)
    expect(html).not.toMatch(/class="[^"]*s-(ALERTE|SURVEILLANCE)/)
  })
})

describe('la matrice', () => {
  const entetes = (html: string): string[] =>
    [...html.matchAll(/class="c1c"><a [^>]*>([^<]*)/g)].map(([, nom]) => nom ?? '')

  it('montre les quinze principaux, ou tous à la demande', async () => {
    const colonnes = (html: string): number => html.match(/<th role="columnheader" scope="col"/g)?.length ?? 0
    expect(colonnes(await rendre(guichets(d)))).toBe(2 + 15)
    expect(colonnes(await rendre(guichets(d, { indicateurs: 'tous' })))).toBe(2 + 18)
    expect(colonnes(await rendre(guichets(d, { indicateurs: 'doublons' })))).toBe(2 + 3)
  })

  it('se filtre par catégorie et par service', async () => {
    const epci = await rendre(guichets(d, { categorie: 'EPCI' }))
    expect(entetes(epci)).toHaveLength(3)
    const service = d.guichets.find(({ categorie }) => categorie === 'BAILLEUR')?.service_code ?? ''
    const attendus = d.guichets.filter((g) => (g.service_code ?? g.code) === service).length
    expect(entetes(await rendre(guichets(d, { service })))).toHaveLength(attendus)
  })

  it('se trie par nom ou par un indicateur', async () => {
    const noms = entetes(await rendre(guichets(d, { tri: 'nom' })))
    expect(noms).toEqual(noms.toSorted((a, b) => a.localeCompare(b, 'fr')))
    const html = await rendre(guichets(d, { tri: 'forcages' }))
    const max = d.lignes
      .filter((l) => l.niveau === 'GUICHET' && l.indicateur === 'forcages')
      .sort((a, b) => (b.valeur ?? -1) - (a.valeur ?? -1))[0]
    expect(entetes(html)[0]).toBe(max?.libelle)
    expect(html).toContain('aria-sort="descending"')
  })

  it('dit quand aucun guichet ne correspond', async () => {
    const html = await rendre(guichets(d, { categorie: 'EPCI', service: 'B000X' }))
    expect(texte(html)).toContain('Aucun guichet ne correspond à ces filtres. Retirer les filtres')
  })

  it('ne fait de liens que des cellules signalées', async () => {
    const html = await rendre(guichets(d))
    const signalees = html.match(/<td role="cell" class="s-(ALERTE|SURVEILLANCE)[^>]*>/g)?.length ?? 0
    expect(html.match(/<td role="cell"[^>]*><a /g)?.length ?? 0).toBe(signalees)
  })

  it('tient deux cents guichets', async () => {
    const html = await rendre(guichets(departement(200, 3)))
    expect(entetes(html)).toHaveLength(200)
  })
})

describe('les cas limites', () => {
  it('un département sans ligne du mois se rend partout', async () => {
    const rien = { ...d, lignes: [], parMois: d.parMois.map(() => []) }
    for (const page of [
      tableauDeBord(rien),
      guichets(rien),
      guichet(rien, 'C000X'),
      indicateurs(rien),
      indicateur(rien, 'forcages'),
    ])
      expect(await rendre(page)).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('un guichet sans activité, hors registre ou exclu se rend', async () => {
    for (const code of ['GDPUB', 'Z9Z9Z', 'G001X'])
      expect(await rendre(guichet(d, code))).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('chaque indicateur se rend', async () => {
    for (const { code } of d.fiches)
      expect(await rendre(indicateur(d, code)), code).not.toMatch(/NaN|undefined|Infinity/)
  })
})
