import { Hono } from 'hono'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { garde } from '../../../server/acces/garde.ts'
import { consignerPassage } from '../../../server/acces/porte/passage.ts'
import { createApp } from '../../../server/app.tsx'
import type { Env } from '../../../server/env.ts'
import { createPagesGardees } from '../../../server/pages/pages-gardees.ts'
import { GUICHETS, PAIRES, preparerDeuxTerritoires } from '../acces/deux-territoires.ts'
import { creerServeur, ouvrirPour } from '../aide.ts'
import { demander } from './scene.ts'

const deux = preparerDeuxTerritoires()

let fois = 0

const ouvrir = async () => {
  const serveur = await creerServeur(deux().base)
  fois += 1
  const courriels = { anne: `anne-${fois}@exemple.fr`, luc: `luc-${fois}@exemple.fr` }
  const personne = (courriel: string) => ouvrirPour(serveur.etat, { role: 'etat', territoires: ['013'], courriel })
  const [anne, luc] = [await personne(courriels.anne), await personne(courriels.luc)]
  const vues = () =>
    serveur.etat
      .selectFrom('journal')
      .select(['qui', 'nombre', 'detail'])
      .where('action', '=', 'CONSULTATION')
      .execute()
  return { ...serveur, courriels, anne, luc, vues }
}

describe('une page de numéros gardée', () => {
  it.each(['/forcages', '/doublons', '/demarches'])(
    '%s est au journal de chacun de ceux qui la reçoivent, la même entrée que faite pour lui',
    async (page) => {
      const { courriels, anne, luc, vues, fermer, ...serveur } = await ouvrir()
      const avant = (await vues()).length
      const textes: string[] = []
      for (const temoin of [anne, luc, anne]) textes.push(await (await demander(serveur, temoin, page)).text())
      const siennes = (await vues()).slice(avant)
      expect(siennes.map(({ qui }) => qui)).toEqual([courriels.anne, courriels.luc, courriels.anne])
      expect(new Set(siennes.map(({ nombre, detail }) => `${nombre} ${detail}`)).size).toBe(1)
      expect(new Set(textes).size).toBe(1)
      await fermer()
    },
  )

  it.each([
    ['etat', '/forcages', null],
    ['etat', '/doublons', null],
    ['gestionnaire', '/demarches', null],
    ['guichet', '/', GUICHETS['013'][0].code],
  ] as const)('l’est bien, en mémoire : %s, %s', async (role, page, service) => {
    const { deps, etat, vues, fermer } = await ouvrir()
    const pages = createPagesGardees(deps)
    const temoin = await ouvrirPour(etat, { role, territoires: ['013'], service })
    const avant = (await vues()).length
    expect((await demander({ app: createApp(deps, pages) }, temoin, page)).status).toBe(200)
    expect([pages.octets > 0, (await vues()).length - avant]).toEqual([true, 1])
    await fermer()
  })

  it('ne se donne pas quand le journal ne peut l’écrire, qu’elle soit gardée ou non', async () => {
    const { etat, anne, luc, fermer, ...serveur } = await ouvrir()
    const numero = PAIRES['013'][1]
    const texte = async (reponse: Response) => (await reponse.text()).replace(/<[^>]+>/g, '')
    expect(await texte(await demander(serveur, anne, '/forcages'))).toContain(numero)
    await sql`ALTER TABLE journal RENAME TO journal_perdu`.execute(etat)
    for (const page of ['/forcages', '/doublons']) {
      const reponse = await demander(serveur, luc, page)
      expect([page, reponse.status, (await texte(reponse)).includes(numero)]).toEqual([page, 500, false])
    }
    await sql`ALTER TABLE journal_perdu RENAME TO journal`.execute(etat)
    expect((await demander(serveur, luc, '/forcages')).status).toBe(200)
    await fermer()
  })

  it('qui montrerait des noms est refaite à chaque fois, même inscrite parmi les gardables', async () => {
    const { deps, etat, anne, fermer } = await ouvrir()
    const pages = createPagesGardees(deps)
    let faites = 0
    const app = new Hono<Env>()
      .use(garde(deps))
      .use(pages.servir)
      .get('/forcages', async (c) => {
        faites += 1
        const passage = { action: 'CONSULTATION_NOMS', instant: '', territoire: '013', nombre: 1, detail: {} } as const
        await consignerPassage(c.get('lecteur'), passage)
        return c.html(`fois ${faites}`)
      })
    const textes: string[] = []
    for (const _ of [1, 2]) textes.push(await (await demander({ app }, anne, '/forcages')).text())
    const noms = etat.selectFrom('journal').select('instant').where('action', '=', 'CONSULTATION_NOMS')
    expect([textes, pages.octets]).toEqual([['fois 1', 'fois 2'], 0])
    // The record of the base says others, of an earlier day.
    const duJour = (await noms.execute()).filter(({ instant }) => instant === '2026-11-23 10:00:00')
    expect(duJour).toHaveLength(2)
    await fermer()
  })
})
