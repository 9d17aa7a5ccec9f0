import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assets, feuille, readAsset } from '../../web/assets.ts'

const css = (): string => {
  const asset = assets.find(({ chemin }) => chemin.endsWith('.css'))
  return asset ? readAsset(asset).toString('utf8') : ''
}

describe('les fichiers statiques', () => {
  it('existent tous, et leur adresse porte leur empreinte', () => {
    for (const asset of assets) expect(readAsset(asset).length, asset.chemin).toBeGreaterThan(100)
    expect(feuille()).toMatch(/^\/statique\/infocentre\.css\?v=[0-9a-f]{12}$/)
  })

  it('la feuille ne va rien chercher ailleurs', () => {
    const adresses = [...css().matchAll(/url\("?([^")]+)/g)].map(([, url]) => url)
    expect(adresses).toEqual(['/statique/fonts/infocentre-sans-latin.woff2'])
    expect(assets.map(({ chemin }) => chemin)).toContain(adresses[0])
    expect(css()).not.toMatch(/@import|https?:/)
  })

  it('la feuille a autant d’accolades ouvertes que fermées', () => {
    expect(css().split('{').length).toBe(css().split('}').length)
  })

  it('le sombre choisi par la personne est celui du système', () => {
    const sombre = readFileSync(new URL('../../web/styles/tokens-sombre.css', import.meta.url), 'utf8')
    const blocs = sombre
      .split(/^@media/m)
      .slice(1)
      .map((bloc) => [...bloc.matchAll(/^\s+(--[\w-]+: .*);/gm)].map(([, v]) => v))
    expect(blocs).toHaveLength(2)
    expect(blocs[0]).toEqual(blocs[1])
    expect(blocs[0]?.length).toBeGreaterThan(60)
  })

  it('une variable utilisée est déclarée', () => {
    const declarees = new Set([...css().matchAll(/(--[\w-]+):/g)].map(([, nom]) => nom))
    const utilisees = new Set([...css().matchAll(/var\((--[\w-]+)/g)].map(([, nom]) => nom))
    expect([...utilisees].filter((nom) => !declarees.has(nom))).toEqual([])
  })
})
