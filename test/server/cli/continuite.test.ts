import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { demande, instantaneDu, radiee } from '../purge/scene.ts'
import { infocentre, servir } from './aide.ts'

const PROGRAMME = resolve(import.meta.dirname, '../../../dist/server/cli/main.js')

const preparer = async () => {
  const cwd = dossierTemporaire()
  const mois = instantaneDu('2025-11-30', [demande(1), demande(2), radiee(3, '2025-11-10')])
  expect((await infocentre(['importer', mois, '--base', 'base'], cwd)).code).toBe(0)
  return { cwd, commander: (...argv: string[]) => infocentre(argv, cwd) }
}

describe('passer la main, en ligne de commande', () => {
  it('remet pendant que l’application sert, reprend dans un dossier neuf, vérifie, puis détruit une fois l’application arrêtée', async () => {
    const { cwd, commander } = await preparer()
    await servir(join(cwd, 'base'), cwd)
    const remise = await commander('remettre', 'sortie', '--base', 'base')
    expect([remise.code, remise.sortie]).toEqual([
      0,
      expect.stringMatching(
        /^Remise écrite : .*sortie \(\d+ fichiers, .* Mio\)\.\nEmpreinte de l’ensemble, .* : [0-9a-f]{64}\n$/,
      ),
    ])
    expect(remise.messages).toMatch(/elle n’est que pour le gestionnaire qui succède ou pour le préfet/)
    const refus = await commander('detruire', '--base', 'base', '--nom', 'base')
    expect([refus.code, refus.messages]).toEqual([1, expect.stringMatching(/est tenue par un autre processus/)])
    const reprise = await commander('restaurer', 'sortie', '--base', 'neuve')
    expect([reprise.code, reprise.sortie]).toEqual([0, expect.stringMatching(/^Installation restaurée dans .*neuve/)])
    const verifiee = await commander('verifier', '--remise', 'sortie', '--base', 'neuve')
    expect([verifiee.code, verifiee.messages]).toEqual([0, ''])
    expect(verifiee.sortie).toMatch(/^Remise entière\s.*\nChiffres rangés\s: .* tous égaux à ceux de la remise\.\n/)
    const detruite = await commander('detruire', '--base', 'neuve', '--nom', 'neuve', '--format', 'json')
    expect([detruite.code, JSON.parse(detruite.sortie).restes]).toEqual([0, []])
    expect(readdirSync(cwd).filter((nom) => /^(neuve|certificat)/.test(nom))).toEqual([
      expect.stringMatching(/^certificat-de-destruction-neuve-\d{4}-\d\d-\d\d\.txt$/),
    ])
  })

  it('dit chaque mauvais emploi d’une phrase', async () => {
    const { cwd, commander } = await preparer()
    mkdirSync(join(cwd, 'plein'))
    writeFileSync(join(cwd, 'plein', 'x'), '')
    writeFileSync(join(cwd, 'fichier'), 'x')
    const essais: readonly [readonly string[], RegExp][] = [
      [['remettre', 'plein', '--base', 'base'], /^Le dossier .*plein n’est pas vide : en choisir un autre\.\n$/],
      [['remettre', 'fichier', '--base', 'base'], /^.*fichier est un fichier : donner un dossier pour la remise\.\n$/],
      [['remettre', 'base/dedans', '--base', 'base'], /^Le dossier .* est celui de l’installation, .*\n$/],
      [['remettre', 'sortie', '--base', 'nulle'], /^Il n’y a pas d’installation dans .*nulle .*\n$/],
      [['restaurer', 'plein', '--base', 'neuve'], /^Le dossier .*plein n’est pas une remise d’Infocentre.*\n$/],
      [['verifier', '--remise', 'nulle-part', '--base', 'base'], /^Le dossier .*nulle-part n’existe pas .*\n$/],
      [
        ['verifier', '--remise', 'fichier', '--base', 'base'],
        /^.*fichier est un fichier : une remise est un dossier.*\n$/,
      ],
      [
        ['detruire', '--base', 'base', '--nom', 'autre'],
        /^Le nom donné n’est pas celui de l’installation, « base ».*\n$/,
      ],
      [['detruire', '--base', 'nulle', '--nom', 'nulle'], /^Il n’y a pas d’installation dans .*\n$/],
    ]
    for (const [argv, attendu] of essais) {
      const { code, sortie, messages } = await commander(...argv)
      expect([argv, code, sortie]).toEqual([argv, 1, ''])
      expect(messages).toMatch(attendu)
    }
    const muette = await commander('detruire', '--base', 'base')
    expect(muette.messages).toMatch(/donner avec --nom|le donner avec --nom/)
    expect((await commander('remettre')).code).toBe(2)
    expect(existsSync(join(cwd, 'neuve'))).toBe(false)
    expect((await commander('verifier', '--base', 'base')).sortie).toBe('L’installation est intacte.\n')
  })

  it('demande le nom au terminal, où il se voit', async () => {
    const { cwd } = await preparer()
    const detruire = (nom: string) =>
      spawnSync('script', ['-qec', `${process.execPath} ${PROGRAMME} detruire --base base`, '/dev/null'], {
        ...{ cwd, input: `${nom}\n`, encoding: 'utf8' },
        env: { ...process.env, INFOCENTRE_SECRET: 'secret d’essai' },
      })
    expect(detruire('non').stdout).toMatch(
      /Nom de l’installation à détruire \(« base »\) : [\s\S]*rien n’a été détruit/,
    )
    expect(existsSync(join(cwd, 'base'))).toBe(true)
    expect(detruire('base').stdout).toMatch(/Installation « base » détruite/)
    expect(existsSync(join(cwd, 'base'))).toBe(false)
    const certificat = readdirSync(cwd).find((nom) => nom.startsWith('certificat')) ?? ''
    expect(readFileSync(join(cwd, certificat), 'utf8')).toMatch(/donné par la variable INFOCENTRE_SECRET/)
  })
})
