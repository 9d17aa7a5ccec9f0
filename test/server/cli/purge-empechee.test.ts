import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { AU, cheminDe, instantanes, retourner } from '../purge/deux-territoires.ts'
import { infocentre } from './aide.ts'

it('un fichier endommagé d’un territoire fait échouer la purge, d’une phrase qui le nomme', async () => {
  const cwd = dossierTemporaire()
  const base = join(cwd, 'base')
  for (const instantane of instantanes())
    expect((await infocentre(['importer', instantane, '--base', base], cwd)).code).toBe(0)
  retourner(cheminDe(base, 'identites'))
  const { code, sortie, messages } = await infocentre(['purger', '--au', AU, '--base', base], cwd)
  expect([code, sortie]).toEqual([1, expect.stringContaining('1 demandes effacées')])
  expect(messages).toMatch(/^Rien n’a été effacé du territoire 013\. Le fichier identites\/013.* est altéré/)
})
