import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ecouter } from '../../server/ecouter.ts'

const repondre = () => new Response('bonjour')
const fermer = (serveur: { close: (suite: () => void) => unknown }) =>
  new Promise<void>((suite) => void serveur.close(() => suite()))

describe('l’écoute', () => {
  it('ne borne pas la durée d’un envoi, mais le silence d’une connexion', async () => {
    const serveur = (await ecouter(repondre, 0, '127.0.0.1')) as Server
    expect(serveur.requestTimeout).toBe(0)
    expect(serveur.headersTimeout).toBeGreaterThan(0)
    expect(serveur.timeout).toBeGreaterThan(0)
    await fermer(serveur)
  })

  it('dit qu’un port est déjà pris', async () => {
    const autre = createServer()
    await new Promise<void>((suite) => void autre.listen(0, '127.0.0.1', suite))
    const adresse = autre.address()
    const port = typeof adresse === 'object' && adresse !== null ? adresse.port : 0
    await expect(ecouter(repondre, port, '127.0.0.1')).rejects.toThrow(/déjà pris/)
    await fermer(autre)
  })
})
