import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { demande, instantaneDu, numero, radiee } from '../purge/scene.ts'
import { infocentre, servir } from './aide.ts'

const preparer = async () => {
  const cwd = dossierTemporaire()
  const base = join(cwd, 'base')
  const mois = instantaneDu('2025-11-30', [demande(1), demande(2), radiee(3, '2025-11-10')])
  expect((await infocentre(['importer', mois, '--base', base], cwd)).code).toBe(0)
  const cle = join(cwd, 'cle')
  writeFileSync(cle, Buffer.alloc(32, 4), { mode: 0o600 })
  const commander = (...argv: string[]) => infocentre([...argv, '--base', base], cwd)
  return { cwd, base, cle, commander }
}

describe('la conservation en ligne de commande', () => {
  it('sauvegarde, efface, vérifie et remet une copie pendant que l’application sert', async () => {
    const { cwd, base, commander } = await preparer()
    await servir(base, cwd)
    expect((await commander('sauvegarder', 'prise', '--cle', 'cle')).sortie).toMatch(/Sauvegarde écrite/)
    expect(statSync(join(cwd, 'prise')).mode & 0o777).toBe(0o600)
    const encore = await commander('sauvegarder', 'prise', '--cle', 'cle')
    expect([encore.code, encore.messages]).toEqual([1, expect.stringMatching(/existe déjà/)])
    const purge = await commander('purger', '--au', '2026-11-11', '--format', 'json')
    expect(JSON.parse(purge.sortie)).toEqual({ au: '2026-11-11', demandes: 1, instantanes_clos: 1 })
    const liste = await commander(
      'enregistrements',
      '--indicateur',
      'radiations',
      '--debut',
      '2025-11-01',
      '--fin',
      '2025-11-30',
      '--format',
      'json',
    )
    expect([liste.code, liste.sortie.trim(), liste.messages]).toEqual([
      0,
      '[]',
      expect.stringMatching(/^1 enregistrement.*effacé/),
    ])
    const verdict = await commander('verifier', '--format', 'json')
    expect([verdict.code, JSON.parse(verdict.sortie)]).toEqual([0, { intacte: true, defauts: [], avertissements: [] }])
    expect((await commander('droits', 'acces', numero(1), '--sortie', 'copie.html')).code).toBe(0)
    expect(readFileSync(join(cwd, 'copie.html'), 'utf8')).toContain('Nomdefamille1')
    const occupee = await commander('restaurer', 'prise', '--cle', 'cle', '--remplacer')
    expect([occupee.code, occupee.messages]).toEqual([1, expect.stringMatching(/tenue par un autre processus/)])
  })

  it('chiffre et déchiffre par une phrase lue d’un fichier privé, et ne demande rien sans terminal', async () => {
    const { cwd, commander } = await preparer()
    const sans = await commander('sauvegarder', 'prise')
    expect([sans.code, sans.messages]).toEqual([1, expect.stringMatching(/pas de terminal/)])
    const phrase = join(cwd, 'phrase')
    writeFileSync(phrase, 'une phrase que personne ne devine\n', { mode: 0o644 })
    process.env.INFOCENTRE_PHRASE_FICHIER = phrase
    try {
      expect((await commander('sauvegarder', 'prise')).messages).toMatch(/chmod 600/)
      chmodSync(phrase, 0o600)
      expect((await commander('sauvegarder', 'prise')).code).toBe(0)
      const rendue = await infocentre(['restaurer', 'prise', '--base', 'rendue'], cwd)
      expect([rendue.code, rendue.sortie]).toEqual([0, expect.stringMatching(/1 demandes? effacées? depuis/)])
    } finally {
      process.env.INFOCENTRE_PHRASE_FICHIER = ''
    }
  })

  it('refuse un dossier sans installation, sans le créer', async () => {
    const cwd = dossierTemporaire()
    for (const argv of [['purger'], ['verifier'], ['sauvegarder', 'f', '--en-clair'], ['droits', 'acces', numero(1)]]) {
      const { code, messages } = await infocentre([...argv, '--base', 'vide'], cwd)
      expect([argv[0], code, messages]).toEqual([argv[0], 1, expect.stringMatching(/pas d’installation/)])
    }
    expect(existsSync(join(cwd, 'vide'))).toBe(false)
  })

  it('consigne une rectification, et la copie qui suit la montre', async () => {
    const { commander } = await preparer()
    expect((await commander('droits', 'rectification', numero(1))).code).toBe(2)
    expect(
      (await commander('droits', 'rectification', numero(1), '--note', 'date de naissance, transmise le 23/11')).code,
    ).toBe(0)
    const copie = JSON.parse((await commander('droits', 'acces', numero(1), '--format', 'json')).sortie)
    expect(copie.consultations.map(({ action }: { action: string }) => action)).toEqual(['DROIT_RECTIFICATION'])
  })
})
