import { describe, expect, it } from 'vitest'
import { fermerCompte } from '../../../server/state/comptes.ts'
import { poster } from '../aide.ts'
import { COURRIEL, MOT_DE_PASSE, mene, preparer, temoinDe } from './connexion.ts'

describe('la session', () => {
  it('n’est pas celle d’avant la connexion : aucun témoin posé d’avance ne s’ouvre', async () => {
    const { entrer, demander } = await preparer()
    const pose = 'session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const ouverte = temoinDe(await entrer(MOT_DE_PASSE, COURRIEL, pose))
    expect(ouverte).not.toBe(pose)
    expect(mene(await demander('/', pose))[0]).toBe(303)
  })

  it('change à chaque connexion, et l’ancienne se ferme', async () => {
    const { entrer, demander } = await preparer()
    const premiere = temoinDe(await entrer())
    const seconde = temoinDe(await entrer(MOT_DE_PASSE, COURRIEL, premiere))
    expect((await demander('/', premiere)).status).toBe(303)
    expect((await demander('/', seconde)).status).toBe(200)
  })

  it('ne se rejoue pas après la déconnexion', async () => {
    const { entrer, demander, journal } = await preparer()
    const temoin = temoinDe(await entrer())
    expect(mene(await demander('/deconnexion', temoin, poster({})))).toEqual([303, '/connexion'])
    expect(mene(await demander('/', temoin))).toEqual([303, '/connexion'])
    expect(await journal('DECONNEXION')).toHaveLength(1)
    expect((await journal('REFUS')).join()).toContain('session échue')
  })

  it('meurt avec son compte, à l’instant', async () => {
    const { entrer, demander, etat } = await preparer()
    const temoin = temoinDe(await entrer())
    await fermerCompte(etat, 1, { instant: '2026-11-23 10:00:00', par: 'essai', motif: 'départ' })
    expect((await demander('/', temoin)).status).toBe(303)
    expect(await etat.selectFrom('sessions').selectAll().execute()).toEqual([])
  })

  it.each([
    ['vingt-neuf minutes sans rien faire', [29], 200],
    ['trente minutes sans rien faire', [30], 303],
    ['onze heures et demie d’usage', Array.from({ length: 23 * 2 }, () => 15), 200],
    ['douze heures d’usage', Array.from({ length: 48 }, () => 15), 303],
  ])('après %s', async (_, pas, attendu) => {
    const { entrer, demander, attendre } = await preparer()
    const temoin = temoinDe(await entrer())
    let statut = 0
    for (const minutes of pas) {
      attendre(minutes)
      statut = (await demander('/', temoin)).status
    }
    expect(statut).toBe(attendu)
  })
})
