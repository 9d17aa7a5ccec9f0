import { describe, expect, it } from 'vitest'
import { InstantaneRefuse } from '../../ingest/socle/erreur.ts'
import { memoriser } from '../../server/lecture/memoire.ts'
import { chercherDoublons } from '../../server/services/doublons.ts'
import { aTour } from '../../server/services/tour.ts'
import { ouvrirBase } from '../base.ts'
import { MAINTENANT } from './aide.ts'

/** A base, and how many times it was read for pages that ask the same. */
const lue = async () => {
  const { base } = await ouvrirBase()
  let fois = 0
  const compter = memoriser(async (_, __: Record<string, never>) => {
    fois += 1
    return fois
  })
  const lire = () => compter(base, {})
  await lire()
  return { base, lire }
}

describe('ce qu’on écrit à tour de rôle', () => {
  it('fait relire la base, une fois écrite', async () => {
    const { base, lire } = await lue()
    expect(await aTour(base, async () => 'écrite')).toBe('écrite')
    expect(await lire()).toBe(2)
  })

  it('ne fait rien relire quand rien n’était à chercher', async () => {
    const { base, lire } = await lue()
    expect(await chercherDoublons(base, '013', { maintenant: MAINTENANT, version: 'essai' })).toBe(false)
    expect(await lire()).toBe(1)
  })

  it('ne fait rien relire quand un instantané est refusé : rien n’a été écrit', async () => {
    const { base, lire } = await lue()
    const refuser = () => Promise.reject(new InstantaneRefuse('TROP_DE_REJETS', 'Trop de lignes sont rejetées.'))
    await expect(aTour(base, refuser)).rejects.toThrow('Trop de lignes')
    expect(await lire()).toBe(1)
  })

  it('fait relire la base après une panne : on ne sait plus ce qui est écrit', async () => {
    const { base, lire } = await lue()
    await expect(aTour(base, () => Promise.reject(new Error('disque plein')))).rejects.toThrow('disque plein')
    expect(await lire()).toBe(2)
  })

  it('attend ce qui s’écrit déjà, même quand cela échoue', async () => {
    const { base } = await lue()
    const ordre: string[] = []
    const premier = aTour(base, async () => {
      await new Promise((suite) => setImmediate(suite))
      ordre.push('premier')
      throw new Error('coupé')
    })
    const second = aTour(base, async () => {
      ordre.push('second')
    })
    await expect(premier).rejects.toThrow('coupé')
    await second
    expect(ordre).toEqual(['premier', 'second'])
  })
})
