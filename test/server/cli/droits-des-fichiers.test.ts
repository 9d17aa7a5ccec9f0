import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { infocentre } from './aide.ts'

describe('les fichiers d’une installation', () => {
  it('sont de leur propriétaire seul, même dans un dossier préparé d’avance et ouvert à tous', async () => {
    const cwd = dossierTemporaire()
    const base = join(cwd, 'base')
    mkdirSync(base, { mode: 0o755 })
    const compte = ['a@exemple.fr', '--nom', 'A', '--role', 'etat', '--territoires', '013']
    expect((await infocentre(['utilisateurs', 'ajouter', ...compte, '--base', base], cwd)).code).toBe(0)
    const ouverts = readdirSync(base).filter((nom) => (statSync(join(base, nom)).mode & 0o077) !== 0)
    expect(readdirSync(base)).toContain('application.sqlite')
    expect(ouverts).toEqual([])
  })
})
