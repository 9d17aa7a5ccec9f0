import { describe, expect, it } from 'vitest'
import { creerGenerateur } from './generer.ts'
import { essaiDImport } from './importer.ts'
import { essaiDeLecture, lancer } from './lancer.ts'

describe('des fichiers abîmés, d’une graine fixe', () => {
  it('sont les mêmes d’une fois à l’autre, et d’autres pour une autre graine', async () => {
    const [une, encore, autre] = [await creerGenerateur(1), await creerGenerateur(1), await creerGenerateur(2)]
    const rangs = Array.from({ length: 20 }, (_, rang) => rang)
    expect(rangs.map(encore)).toEqual(rangs.map(une))
    expect(rangs.map(autre)).not.toEqual(rangs.map(une))
  })

  it.each([
    ['se lisent et se vérifient', essaiDeLecture, 200],
    ['s’importent', essaiDImport, 20],
  ] as const)('%s comme le contrat le dit, ou sont refusés d’une phrase', async (_, creer, fichiers) => {
    const essai = await creer()
    try {
      const { echecs } = await lancer(essai, { graine: 20_261_031, de: 0, fichiers })
      expect(echecs).toEqual([])
    } finally {
      await essai.fermer()
    }
  })
})
