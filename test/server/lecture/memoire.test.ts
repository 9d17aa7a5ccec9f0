import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { ErreurRequete } from '../../../ingest/socle/sql/erreur-requete.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { memoriser, oublier, renouveler } from '../../../server/lecture/memoire.ts'
import { dossierTemporaire, ouvrirBase } from '../../base.ts'

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

  it('se recommence quand un import a remplacé entre-temps le fichier qu’elle lisait, une fois', async () => {
    const { base } = await ouvrirBase()
    const nouveau = join(dossierTemporaire(), 'nouveau.parquet')
    await base.connection.run(`COPY (SELECT 7 AS n) TO '${nouveau}'`)
    let fois = 0
    const lire = memoriser(async ({ connection }, { present }: { readonly present: boolean }) => {
      fois += 1
      const chemin = present && fois > 1 ? nouveau : '/nulle/part/ancien.parquet'
      return runQuery(connection, sql`SELECT n FROM read_parquet(${chemin})`)
    })
    expect(await lire(base, { present: true })).toEqual([{ n: 7 }])
    fois = 0
    await expect(lire(base, { present: false })).rejects.toThrow(ErreurRequete)
    expect(fois).toBe(2)
  })

  describe('une fois la base écrite', () => {
    /** A reading that gives how many times the base was written. */
    const versions = async () => {
      const { base } = await ouvrirBase()
      let version = 1
      const ecrire = () => {
        version += 1
      }
      const lire = memoriser(async (_, __: { readonly territoire: string }) => version)
      const question = { territoire: '013' }
      return { base, lire: () => lire(base, question), ecrire }
    }

    it('se montre telle qu’avant jusqu’à ce que tout soit relu, puis telle qu’elle est', async () => {
      const { base, lire, ecrire } = await versions()
      expect(await lire()).toBe(1)
      ecrire()
      const porte = new EventEmitter()
      const renouvelee = renouveler(base, async () => {
        expect(await lire()).toBe(2)
        await once(porte, 'ouverte')
      })
      expect(await lire()).toBe(1)
      await setImmediate()
      porte.emit('ouverte')
      await renouvelee
      expect(await lire()).toBe(2)
    })

    it('ne se relit pas d’avance quand personne ne l’a lue', async () => {
      const { base } = await versions()
      let relue = false
      await renouveler(base, async () => {
        relue = true
      })
      expect(relue).toBe(false)
    })

    it('n’est plus celle d’avant, même quand la relire échoue', async () => {
      const { base, lire, ecrire } = await versions()
      await lire()
      ecrire()
      await renouveler(base, () => Promise.reject(new Error('coupée')))
      expect(await lire()).toBe(2)
    })
  })
})
