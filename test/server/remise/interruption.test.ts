import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openInstallation } from '../../../server/installation.ts'
import { ouvrirRemise } from '../../../server/remise/ouvrir-remise.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { dossierTemporaire, OPTIONS } from '../../base.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'
import { demande, instantaneDu } from '../purge/scene.ts'
import { IMPORT_GESTES } from '../sauvegarde/gestes.ts'

const PROGRAMME = join(import.meta.dirname, '../../../dist/server/cli/main.js')

describe('tuées sans prévenir, entre deux gestes', () => {
  const dossier = ecrireDossier({})
  const racine = join(dossier, 'base')

  const lancer = (cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawnSync(process.execPath, [IMPORT_GESTES, PROGRAMME, ...argv], {
      ...{ cwd, encoding: 'utf8' },
      env: { ...process.env, INFOCENTRE_SECRET: OPTIONS.secret.valeur, ...env },
    })

  const copier = (): string => {
    const cwd = dossierTemporaire()
    cpSync(racine, join(cwd, 'base'), { recursive: true })
    return cwd
  }

  /** What a command does, deed by deed. */
  const gestesDe = (argv: readonly string[]): string[] => {
    const cwd = copier()
    const notes = join(cwd, 'gestes')
    expect(lancer(cwd, argv, { GESTES: notes }).stderr).not.toMatch(/échoué/)
    // What is written follows the path, and may have lines of its own.
    const lignes = readFileSync(notes, 'utf8').trim().split('\n')
    return lignes.filter((ligne) => /^(mkdir|writeFile|fsync|rename|copyFile|rm|rmdir)Sync /.test(ligne))
  }

  /** The deeds of a sort, by their ranks. */
  const momentsDe = (gestes: readonly string[], sorte: RegExp): number[] => {
    const moments = gestes.flatMap((geste, i) => (sorte.test(geste) ? [i] : []))
    expect(moments.length, String(sorte)).toBeGreaterThan(0)
    return moments
  }

  beforeAll(async () => {
    const base = await openInstallation(racine)
    await chargerInstantane(base, instantaneDu('2026-10-31', [demande(1), demande(2)]), OPTIONS)
    base.close()
  })

  it('une remise ne passe pour telle qu’entière, et se refait au même endroit', async () => {
    const argv = ['remettre', 'sortie', '--base', 'base']
    const gestes = gestesDe(argv)
    const sorte = /^writeFileSync .*(contrat|EMPREINTE)|^renameSync .*sortie\.partielle|^rmSync .*sortie\/\.remise/
    for (const moment of momentsDe(gestes, sorte)) {
      const cwd = copier()
      expect(lancer(cwd, argv, { TUER_AVANT: String(moment) }).signal, gestes[moment]).toBe('SIGKILL')
      for (const nom of ['sortie', 'sortie.partielle'])
        await expect(ouvrirRemise(join(cwd, nom)), `${nom}, ${gestes[moment]}`).rejects.toThrow()
      expect(lancer(cwd, argv).stderr, gestes[moment]).not.toMatch(/n’est pas vide/)
      await ouvrirRemise(join(cwd, 'sortie'))
      expect(existsSync(join(cwd, 'sortie.partielle'))).toBe(false)
    }
  })

  it('une destruction laisse l’installation entière, ou plus d’installation, et se termine', async () => {
    const argv = ['detruire', '--base', 'base', '--nom', 'base', '--certificat', 'certificat.txt']
    const gestes = gestesDe(argv)
    const engagee = gestes.findIndex((geste) => /^renameSync .*destruction-en-cours/.test(geste))
    const sorte = /^renameSync .*(destruction-en-cours|certificat)|^rmSync .*(duckdb|\/cles|destruction-en-cours)/
    for (const moment of momentsDe(gestes, sorte)) {
      const cwd = copier()
      expect(lancer(cwd, argv, { TUER_AVANT: String(moment) }).signal, gestes[moment]).toBe('SIGKILL')
      if (moment <= engagee) {
        const base = await openInstallation(join(cwd, 'base'))
        expect((await verifierInstallation(base, OPTIONS.secret)).defauts).toEqual([])
        base.close()
      } else if (existsSync(join(cwd, 'base', 'destruction-en-cours.json')))
        await expect(openInstallation(join(cwd, 'base'))).rejects.toThrow(/a été interrompue/)
      else {
        // One deed later than noted: all was erased, and the certificate written.
        expect(readdirSync(join(cwd, 'base')).filter((nom) => !/verrou|tenue/.test(nom))).toEqual([])
        expect(existsSync(join(cwd, 'certificat.txt'))).toBe(true)
        continue
      }
      expect(lancer(cwd, argv).stdout, gestes[moment]).toMatch(/Installation « base » détruite/)
      expect(existsSync(join(cwd, 'base'))).toBe(false)
      expect(readFileSync(join(cwd, 'certificat.txt'), 'utf8')).toMatch(/- infocentre\.duckdb ; \d+ octets/)
    }
  })
})
