import { beforeAll, describe, expect, it } from 'vitest'
import { Imports } from '../../web/pages/imports.tsx'
import { chargements, SANS_DEPOT } from './fixtures/chargements.ts'
import { contexteDe, type Departement, departement } from './fixtures.ts'
import { guichet, guichets, indicateur, indicateurs, listPages, tableauDeBord } from './pages.tsx'
import { rendre, texteDe } from './rendre.tsx'
import { colonnesSansTri } from './tables-triables.ts'

const XSS = '<script>alert(1)</script>"\'&'

let d: Departement
let pages: ReadonlyMap<string, string>

beforeAll(async () => {
  d = departement(60)
  const rendues = Object.entries(listPages(d)).map(async ([nom, page]) => [nom, await rendre(page)] as const)
  pages = new Map(await Promise.all(rendues))
})

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
      const n = html.match(/<figure class="chart"[ >]/g)?.length ?? 0
      expect(html.match(/<summary>Voir les données<\/summary>/g)?.length ?? 0, nom).toBe(n)
    }
  })

  it('trie chaque table de données par ses intitulés', () => {
    for (const [nom, html] of pages) expect(colonnesSansTri(html), nom).toEqual([])
  })

  it('écrit les rôles de chaque table que le téléphone met en fiches', () => {
    for (const [nom, html] of pages)
      for (const table of html.match(/<table class="[^"]*\b(?:stack-n|dossiers)\b.*?<\/table>/gs) ?? [])
        expect(table.match(/<(?:table|t(?:head|body|foot)|tr|th|td)\b(?![^>]*\srole=)[^>]*>/g) ?? [], nom).toEqual([])
  })

  it('garde le territoire et le mois dans ses liens', () => {
    for (const nom of ['tableau-de-bord', 'guichets', 'guichet', 'indicateur']) {
      const liens = [...(pages.get(nom) ?? '').matchAll(/href="(\/(?!statique|imports\/)[^"]*)"/g)].map(
        ([, href]) => href ?? '',
      )
      expect(liens.length).toBeGreaterThan(5)
      for (const href of liens) {
        expect(href, nom).toContain('territoire=099')
        expect(href, nom).toMatch(/mois=202[456]-\d\d/)
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
  expect(texteDe(html)).toContain('Le fichier des rejets est supprimé après 30 jours.')
  expect(html).not.toContain('/rejets.')
})

describe('sans états, rien n’est appelé une alerte', () => {
  it.each(['tableau-de-bord-muet', 'guichets-muet', 'guichet-muet', 'indicateur-muet'])('%s', (nom) => {
    const html = pages.get(nom) ?? ''
    expect(texteDe(html.slice(html.indexOf('<main')))).not.toMatch(/en alerte|À surveiller|\d alertes?\b/)
    expect(html).not.toMatch(/class="[^"]*s-(ALERTE|SURVEILLANCE)/)
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
