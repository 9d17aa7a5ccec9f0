import { describe, expect, it } from 'vitest'
import { offertesA } from '../../../server/lecture/requetes.ts'
import { dessinPossible } from '../../../web/modeles/requetes.ts'
import { ouvrirDemonstration } from '../../demonstration.ts'
import { preparerRequetes } from './scene.ts'

describe('les exemples de requêtes', () => {
  it.each([
    ['gestionnaire', 20],
    ['etat', 19],
  ] as const)('donnent tous des lignes à %s sur la démonstration, et leur dessin s’y fait', async (role, nombre) => {
    const { base } = await ouvrirDemonstration()
    const { executer } = await preparerRequetes(base)
    const { exemples } = offertesA(role)
    expect(exemples).toHaveLength(nombre)
    expect(new Set(exemples.map(({ code }) => code)).size).toBe(nombre)
    const vides: unknown[] = []
    for (const { code, sql, dessin } of exemples) {
      const issue = await executer(sql, { role })
      if ('refus' in issue) vides.push([code, issue.refus.phrase])
      else if (issue.lignes.length === 0) vides.push([code, 'aucune ligne'])
      else if (dessin && dessinPossible({ ...issue }, dessin) === null) vides.push([code, 'dessin impossible'])
    }
    expect(vides).toEqual([])
  })
})
