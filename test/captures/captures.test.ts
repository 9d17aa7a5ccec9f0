import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GUIDES } from '../../web/aide/guides.ts'
import { NOMS_IMAGES } from '../../web/aide/images.ts'
import { POIDS_MAXIMUM } from './prendre.ts'
import { VUES } from './vues.ts'

const RACINE = join(import.meta.dirname, '../..')

describe('les images du guide et du README', () => {
  it.each(VUES.map(({ fichier }) => fichier))('%s est un WebP de moins de 80 ko', (fichier) => {
    const contenu = readFileSync(join(RACINE, fichier))
    expect([contenu.toString('latin1', 0, 4), contenu.toString('latin1', 8, 12)]).toEqual(['RIFF', 'WEBP'])
    expect(contenu.length).toBeLessThan(POIDS_MAXIMUM)
  })

  it('du README sont six, celles que le script prend', () => {
    const montrees = [...readFileSync(join(RACINE, 'README.md'), 'utf8').matchAll(/\]\((docs\/captures\/[^)]+)\)/g)]
    const prises = VUES.filter(({ fichier }) => fichier.startsWith('docs/')).map(({ fichier }) => fichier)
    expect(prises).toHaveLength(6)
    expect(montrees.map(([, fichier]) => fichier).toSorted()).toEqual(prises.toSorted())
  })

  it('du guide servent toutes à une tâche', () => {
    const servies = new Set(GUIDES.flatMap(({ taches }) => taches.flatMap(({ image }) => image ?? [])))
    expect([...servies].toSorted()).toEqual([...NOMS_IMAGES].toSorted())
  })
})
