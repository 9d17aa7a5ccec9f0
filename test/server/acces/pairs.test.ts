import { describe, expect, it } from 'vitest'
import type { Role } from '../../../server/acces/roles.ts'
import { oublier } from '../../../server/lecture/memoire.ts'
import { adresse, creerApplication } from '../aide.ts'
import { preparerDepartement } from './departement.ts'

const departement = preparerDepartement()

/** The page of a guichet, once its month's peers are stored as said. */
const page = async (role: Role, ranger: string): Promise<string> => {
  const { base, sien } = departement()
  await base.connection.run('BEGIN TRANSACTION')
  try {
    await base.connection.run(ranger)
    oublier(base)
    const { app } = await creerApplication(base, { role, service: role === 'guichet' ? sien.service : null })
    const reponse = await app.request(adresse(`/guichets/${sien.code}`))
    expect(reponse.status).toBe(200)
    return await reponse.text()
  } finally {
    await base.connection.run('ROLLBACK')
    oublier(base)
  }
}

const aDesLimites = (html: string) => /limite 95\s%/.test(html)
const effectif = (n: number) => `UPDATE pairs_juges SET effectif = ${n}, phi = 1, tau2 = 0`

describe('les pairs rangés avec un mois, sur la page d’un guichet', () => {
  it.each([
    ['quatre, pour le gestionnaire, qui les voit tous : leurs limites', 'gestionnaire', 4, true],
    ['quatre, pour un guichet : aucune, leur somme en trahirait un', 'guichet', 4, false],
    ['cinq, le sien compris, pour un guichet : aucune non plus', 'guichet', 5, false],
    ['six, pour un guichet : leurs limites', 'guichet', 6, true],
  ] as const)('%s', async (_titre, role, n, attendu) => {
    const html = await page(role, effectif(n))
    expect(aDesLimites(html)).toBe(attendu)
    expect(html.includes('Sans limites')).toBe(!attendu)
  })

  it.each(['gestionnaire', 'guichet'] as const)(
    'absents, d’un mois calculé avant qu’on les range : la page le dit, sans limites, pour un %s',
    async (role) => {
      const html = await page(role, 'DELETE FROM pairs_juges')
      expect(html).toContain('Sans limites')
      expect(aDesLimites(html)).toBe(false)
    },
  )
})
