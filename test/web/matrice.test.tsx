import { describe, expect, it } from 'vitest'
import { departement } from './fixtures.ts'
import { guichets } from './pages.tsx'
import { rendre, texteDe } from './rendre.tsx'

const d = departement(60)

const MOTS: Readonly<Record<string, string>> = {
  ALERTE: 'alerte',
  SURVEILLANCE: 'à surveiller',
  NORMAL: 'conforme',
  NON_SIGNIFICATIF: 'effectif trop faible pour conclure',
  SANS_OBJET: 'sans objet',
}

describe('la matrice', () => {
  const entetes = (html: string): string[] =>
    [...html.matchAll(/role="rowheader" class="c1c"[^>]*><a [^>]*>([^<]*)/g)].map(([, nom]) => nom ?? '')

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

  it('se trie par ses intitulés, dans les deux sens, et mène à chaque indicateur par sa norme', async () => {
    const html = await rendre(guichets(d, { tri: '-forcages' }))
    const liens = [...html.matchAll(/<th role="columnheader"[^>]*><a href="([^"]*)"/g)].map(([, href]) => href ?? '')
    expect(liens).toHaveLength(1 + 15)
    for (const lien of liens) expect(lien).toContain('tri=')
    expect(html).toContain('aria-sort="ascending"')
    expect(html.match(/class="ref">.*?<\/tr>/s)?.[0]).toContain('/indicateurs/forcages')
    const rang = (nom: string) => entetes(html).indexOf(nom)
    const [petit, ...autres] = d.lignes
      .filter((l) => l.niveau === 'GUICHET' && l.indicateur === 'forcages' && l.valeur !== null)
      .toSorted((a, b) => (a.valeur ?? 0) - (b.valeur ?? 0))
    expect(rang(petit?.libelle ?? '')).toBeLessThan(rang(autres.at(-1)?.libelle ?? ''))
  })

  it('dit quand aucun guichet ne correspond', async () => {
    const html = await rendre(guichets(d, { categorie: 'EPCI', service: 'B000X' }))
    expect(texteDe(html)).toContain('Aucun guichet ne correspond à ces filtres. Retirer les filtres')
  })

  it('ne fait de liens que des cellules signalées', async () => {
    const html = await rendre(guichets(d))
    const signalees = html.match(/<td role="cell" class="s-(ALERTE|SURVEILLANCE)[^>]*>/g)?.length ?? 0
    expect(html.match(/<td role="cell" class="[^"]*s-[^>]*><a /g)?.length ?? 0).toBe(signalees)
  })

  it('dit l’état de chaque cellule à qui ne voit pas sa forme, et de quoi parle chaque lien', async () => {
    const html = await rendre(guichets(d))
    const cellules = [...html.matchAll(/<td role="cell" class="s-([A-Z_]+)[^"]*"([^>]*)>(<a [^>]*>)?/g)]
    const muettes = cellules.filter(([, etat, attributs, lien]) => {
      const mot = etat === undefined ? undefined : MOTS[etat]
      return mot !== undefined && !`${attributs}${lien}`.includes(`, ${mot}"`)
    })
    expect(cellules.length).toBeGreaterThan(600)
    expect(muettes).toEqual([])
    const liens = cellules.flatMap(([, , , lien]) => lien ?? [])
    expect(liens.filter((lien) => !/ aria-label="[^"]+: [\d\s,–]+/.test(lien))).toEqual([])
  })

  it('tient deux cents guichets et quinze indicateurs en moins de quatre mille éléments', async () => {
    const html = await rendre(guichets(departement(200, 3)))
    expect(entetes(html)).toHaveLength(200)
    const etendues = [...html.matchAll(/<td role="cell" class="s-[^"]*"(?: colspan="(\d+)")?/g)].map(([, n]) =>
      Number(n ?? 1),
    )
    expect(etendues.reduce((somme, n) => somme + n, 0)).toBe(200 * 15)
    expect(html.match(/<[a-z]/g)?.length).toBeLessThan(4000)
  })
})
