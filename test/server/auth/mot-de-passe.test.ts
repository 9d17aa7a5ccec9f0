import { describe, expect, it } from 'vitest'
import { compteDuCourriel } from '../../../server/state/comptes.ts'
import { poster } from '../aide.ts'
import { COURRIEL, MOT_DE_PASSE, mene, preparer, temoinDe } from './connexion.ts'

describe('le mot de passe', () => {
  it('donné par un autre se change avant toute chose, et ne sert plus ensuite', async () => {
    const { entrer, demander } = await preparer({ aChanger: true, provisoireJusquA: '2026-11-30 10:00:00' })
    const temoin = temoinDe(await entrer())
    for (const page of ['/', '/guichets', '/imports'])
      expect(mene(await demander(page, temoin))).toEqual([303, '/compte'])
    const nouveau = 'un phare et trois harengs'
    const change = await demander(
      '/compte/mot-de-passe',
      temoin,
      poster({ actuel: MOT_DE_PASSE, nouveau, repete: nouveau }),
    )
    expect(mene(change)[0]).toBe(303)
    expect((await demander('/', temoin)).status).toBe(303)
    expect((await demander('/', temoinDe(change))).status).toBe(200)
    expect((await entrer()).status).toBe(401)
    expect((await entrer(nouveau)).status).toBe(303)
  })

  it.each([
    ['la veille de son terme', '2026-11-23 10:00:01', 303],
    ['à son terme', '2026-11-23 10:00:00', 401],
    ['le lendemain', '2026-11-22 10:00:00', 401],
  ])('provisoire, %s', async (_, provisoireJusquA, attendu) => {
    const { entrer } = await preparer({ aChanger: true, provisoireJusquA })
    expect((await entrer()).status).toBe(attendu)
  })

  it.each([
    ['trop court', 'Abc123!xyzK', /au moins 12/],
    ['courant', 'motdepasse1234', /trop courant/],
    ['un mot répété', 'azertyazerty', /trop courant/],
    ['fait de son propre nom', 'Camille.Martin2026', /trop proche/],
    ['le même qu’avant', MOT_DE_PASSE, /le même/],
  ])('%s, est refusé', async (_, nouveau, reproche) => {
    const { entrer, demander } = await preparer()
    const temoin = temoinDe(await entrer())
    const reponse = await demander(
      '/compte/mot-de-passe',
      temoin,
      poster({ actuel: MOT_DE_PASSE, nouveau, repete: nouveau }),
    )
    expect(reponse.status).toBe(422)
    expect(await reponse.text()).toMatch(reproche)
    expect((await entrer()).status).toBe(303)
  })

  it('actuel faux, ne change rien et compte comme un échec', async () => {
    const { entrer, demander, etat } = await preparer()
    const temoin = temoinDe(await entrer())
    await demander(
      '/compte/mot-de-passe',
      temoin,
      poster({ actuel: 'faux', nouveau: 'un phare et trois harengs', repete: 'un phare et trois harengs' }),
    )
    expect((await compteDuCourriel(etat, COURRIEL))?.echecs).toBe(1)
    expect((await entrer()).status).toBe(303)
  })
})
