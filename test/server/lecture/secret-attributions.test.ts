import { describe, expect, it } from 'vitest'
import { enMois } from '../../../ingest/socle/jour.ts'
import { cacherMois, ventiler } from '../../../server/lecture/attributions/secret.ts'

const [JUIN, JUILLET] = [enMois('2026-06'), enMois('2026-07')]
const categorie = (entite: string, juin: number, juillet: number) =>
  [JUIN, JUILLET].map((mois, i) => ({
    niveau: 'CATEGORIE' as const,
    entite,
    mois,
    enregistrees: i === 0 ? juin : juillet,
  }))
const territoire = (juin: number, juillet: number) =>
  categorie('013', juin, juillet).map((ligne) => ({ ...ligne, niveau: 'TERRITOIRE' as const }))

const cacher = (lignes: Parameters<typeof ventiler>[1], seuil = 11) => cacherMois('013', ventiler('013', lignes), seuil)

describe('les mois de signature qui ne se disent pas', () => {
  it('aucun dans un grand territoire', async () => {
    const lignes = [...territoire(420, 380), ...categorie('BAILLEUR', 400, 365), ...categorie('COMMUNE', 20, 15)]
    expect(await cacher(lignes)).toEqual({ '013': [], BAILLEUR: [], COMMUNE: [], '': [] })
  })

  it.each([
    ['zéro se dit', 0, []],
    ['un ne se dit pas', 1, [JUIN]],
    ['onze, le seuil, non plus', 11, [JUIN]],
    ['douze se dit', 12, []],
  ])('d’un territoire d’une seule catégorie : %s', async (_, n, caches) => {
    const secret = await cacher([...territoire(n, 300), ...categorie('BAILLEUR', n, 300)])
    expect(secret['013']?.includes(JUIN)).toBe(caches.length > 0)
    expect(secret.BAILLEUR?.includes(JUIN)).toBe(caches.length > 0)
  })

  it('le seuil est celui du territoire', async () => {
    const lignes = [...territoire(6, 300), ...categorie('BAILLEUR', 6, 300)]
    expect((await cacher(lignes, 5))['013']).toEqual([])
    expect((await cacher(lignes, 6))['013']).toContain(JUIN)
  })

  it('une petite catégorie entraîne de quoi ne pas la déduire du territoire, ni de son autre mois', async () => {
    const secret = await cacher([
      ...territoire(430, 450),
      ...categorie('BAILLEUR', 400, 400),
      ...categorie('COMMUNE', 4, 25),
      ...categorie('EPCI', 26, 25),
    ])
    expect(secret.COMMUNE).toContain(JUIN)
    const deJuin = ['013', 'BAILLEUR', 'EPCI'].filter((cle) => secret[cle]?.includes(JUIN))
    expect(deJuin.length).toBeGreaterThan(0)
  })

  it('ce que font les guichets hors registre ne se déduit pas du reste', async () => {
    const secret = await cacher([...territoire(103, 300), ...categorie('BAILLEUR', 100, 300)])
    expect(secret['013']?.includes(JUIN) || secret.BAILLEUR?.includes(JUIN)).toBe(true)
  })
})
