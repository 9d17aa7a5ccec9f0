import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { routeDe } from '../../../server/acces/route.ts'

/** An application that says, ahead of its answers, which route it takes a request for. */
const dire = () => {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.res = new Response(`${routeDe(c)?.path ?? 'aucune'} ${await c.res.text()}`)
  })
  app.get('/doublons/contacts', (c) => c.text('les contacts'))
  app.get('/doublons/:groupe', (c) => c.text('un groupe'))
  return app
}

describe('la route d’une demande', () => {
  it('est celle qui répond, et non une autre dont l’adresse conviendrait aussi', async () => {
    expect(await (await dire().request('/doublons/contacts')).text()).toBe('/doublons/contacts les contacts')
    expect(await (await dire().request('/doublons/7')).text()).toBe('/doublons/:groupe un groupe')
  })

  it('n’est aucune où rien ne répond', async () => {
    expect(await (await dire().request('/ailleurs')).text()).toMatch(/^aucune /)
  })
})
