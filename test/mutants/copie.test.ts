import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dossierTemporaire } from '../base.ts'
import { copier } from './copie.ts'
import { pointsDe } from './relever.ts'

it('un mutant vit dans une copie, qui revient à ce qu’elle était : l’arbre n’est pas touché', async () => {
  const racine = dossierTemporaire()
  const texte = 'export const trop = (n: number) => n > 10\n'
  for (const dossier of ['ingest', 'metrics', 'web', 'reports', 'server', 'test', 'docs', 'node_modules'])
    mkdirSync(join(racine, dossier))
  for (const nom of ['package.json', 'tsconfig.json']) writeFileSync(join(racine, nom), '{}')
  writeFileSync(join(racine, 'metrics/trop.ts'), texte)
  const [point] = pointsDe('metrics/trop.ts', texte)
  if (point === undefined) throw new Error('aucun point')
  const copie = copier(racine)
  const lire = (ou: string) => readFileSync(join(ou, 'metrics/trop.ts'), 'utf8')
  const [mute, original] = await copie.avec(point, async () => [lire(copie.racine), lire(racine)])
  expect([mute, original, lire(copie.racine)]).toEqual([texte.replace('> 10', '>= 10'), texte, texte])
})
