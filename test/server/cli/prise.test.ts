import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listenCommands, sendCommand } from '../../../server/cli/prise.ts'
import { dossierTemporaire } from '../../base.ts'

const muet = { ecrire: () => {}, dire: () => {} }

/** Says something on the socket, then goes away. */
const direEtPartir = (chemin: string, texte: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const prise = connect(chemin, () => prise.end(texte))
    prise.on('error', reject).on('close', () => resolve())
    prise.resume()
  })

describe('la prise des commandes', () => {
  it.each([
    ['coupé en chemin', '{"argv":["lister"'],
    ['qui n’en est pas un', 'bonjour\n'],
    ['vide', '\n'],
  ])('un ordre %s ne se fait pas, et n’arrête pas l’application', async (_, texte) => {
    const chemin = join(dossierTemporaire(), 'prise')
    const faits: string[] = []
    const serveur = await listenCommands(chemin, async ({ argv }) => {
      faits.push(...argv)
      return 0
    })
    onTestFinished(() => void serveur.close())
    await direEtPartir(chemin, texte)
    expect(await sendCommand(chemin, { argv: ['suivant'], cwd: '/', phrases: [] }, muet)).toBe(0)
    expect(faits).toEqual(['suivant'])
  })
})
