import { describe, expect, it } from 'vitest'
import { situerEnvoi, type Tentative } from '../../../server/gestion/diffusion/situer.ts'
import { seRenvoie } from '../../../web/modeles/diffusion.ts'

const LE = '2026-11-23 10:00:00'
const a = (heure: string) => new Date(`2026-11-23T${heure}`)

const situer = (issues: readonly Tentative['issue'][], maintenant = a('10:00:00'), sansRisque = false) =>
  situerEnvoi({ le: LE, tentatives: issues.map((issue) => ({ issue, le: LE })) }, { maintenant, sansRisque })

describe('où en est un message', () => {
  it.each([
    [[], 'EN_ATTENTE'],
    [['COMMENCEE', 'PARTIE'], 'ENVOYE'],
    [['COMMENCEE', 'DEPOSEE'], 'DEPOSE'],
    [['COMMENCEE', 'ECHOUEE'], 'A_REPRENDRE'],
    [['COMMENCEE', 'REFUSEE'], 'EN_ECHEC'],
    [['COMMENCEE', 'REFUSEE', 'RELANCEE'], 'EN_ATTENTE'],
    [['ANNULEE'], 'ANNULE'],
    [['COMMENCEE'], 'EN_COURS'],
  ] as const)('après %j : %s', (issues, etat) => {
    expect(situer(issues).etat).toBe(etat)
  })

  it('se reprend cinq fois, toujours plus tard, puis attend une personne', () => {
    const echecs = (n: number) => Array.from({ length: n }, () => ['COMMENCEE', 'ECHOUEE'] as const).flat()
    const minutes = [1, 2, 3, 4, 5].map((n) => {
      const { reprise } = situer(echecs(n))
      return reprise === null ? null : (reprise.getTime() - a('10:00:00').getTime()) / 60_000
    })
    expect(minutes).toEqual([5, 30, 120, 480, 1440])
    expect(situer(echecs(6))).toMatchObject({ etat: 'EN_ECHEC', essais: 6, reprise: null })
    expect(situer([...echecs(6), 'RELANCEE', 'COMMENCEE', 'ECHOUEE'])).toMatchObject({
      etat: 'A_REPRENDRE',
      essais: 1,
    })
  })

  it('commencé sans qu’on en sache la fin, il est en cours dix minutes, puis incertain : il ne repart pas de lui-même', () => {
    expect(situer(['COMMENCEE'], a('10:09:59')).etat).toBe('EN_COURS')
    expect(situer(['COMMENCEE'], a('10:10:00'))).toMatchObject({ etat: 'INCERTAIN', reprise: null })
    // Written twice in a folder, a message is there once.
    expect(situer(['COMMENCEE'], a('10:00:01'), true)).toMatchObject({ etat: 'EN_ATTENTE', reprise: a('10:00:00') })
  })

  it('ne se renvoie que s’il n’est pas parti', () => {
    const etats = [
      'EN_ATTENTE',
      'EN_COURS',
      'A_REPRENDRE',
      'ENVOYE',
      'DEPOSE',
      'EN_ECHEC',
      'INCERTAIN',
      'ANNULE',
    ] as const
    expect(etats.filter((etat) => seRenvoie({ etat }))).toEqual(['EN_ECHEC', 'INCERTAIN', 'ANNULE'])
  })
})
