import { describe, expect, it } from 'vitest'
import { memoriser, oublier } from '../../../server/lecture/memoire.ts'
import { ouvrirBase } from '../../base.ts'

describe('ce qu’on lit une fois pour tous', () => {
  const compter = () => {
    const lues: unknown[] = []
    const lire = memoriser(async (_, parametres: { readonly territoire: string; readonly mois: readonly string[] }) => {
      lues.push(parametres)
      return [...parametres.mois]
    })
    return { lire, lues }
  }

  it('ne se partage pas entre deux mois, ni entre deux territoires', async () => {
    const { base } = await ouvrirBase()
    const { lire, lues } = compter()
    expect(await lire(base, { territoire: '013', mois: ['2026-09'] })).toEqual(['2026-09'])
    expect(await lire(base, { territoire: '013', mois: ['2026-08', '2026-09'] })).toEqual(['2026-08', '2026-09'])
    expect(await lire(base, { territoire: '059', mois: ['2026-09'] })).toEqual(['2026-09'])
    expect(lues).toHaveLength(3)
  })

  it('ne se lit qu’une fois pour une même question, jusqu’à ce que la base change', async () => {
    const { base } = await ouvrirBase()
    const { lire, lues } = compter()
    const question = { territoire: '013', mois: ['2026-09'] }
    await Promise.all([lire(base, question), lire(base, { ...question })])
    expect(lues).toHaveLength(1)
    oublier(base)
    await lire(base, question)
    expect(lues).toHaveLength(2)
  })

  it('ne se confond pas avec une autre lecture des mêmes paramètres', async () => {
    const { base } = await ouvrirBase()
    const un = memoriser(async (_, { n }: { readonly n: number }) => n)
    const double = memoriser(async (_, { n }: { readonly n: number }) => 2 * n)
    expect([await un(base, { n: 4 }), await double(base, { n: 4 })]).toEqual([4, 8])
  })

  it('n’est pas gardé quand elle échoue', async () => {
    const { base } = await ouvrirBase()
    let fois = 0
    const lire = memoriser(async (_, parametres: { readonly n: number }) => {
      fois += 1
      if (fois === 1) throw new Error('coupée')
      return parametres.n
    })
    await expect(lire(base, { n: 1 })).rejects.toThrow('coupée')
    expect(await lire(base, { n: 1 })).toBe(1)
  })
})
