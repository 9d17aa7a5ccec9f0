import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { openInstallation } from '../../../server/installation.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { dossierTemporaire, ouvrirBase } from '../../base.ts'
import { infocentre } from '../cli/aide.ts'
import { demande, instantaneDu, numero, radiee } from './scene.ts'

const OPTIONS_PURGE = { maintenant: new Date('2026-11-23T10:00:00'), qui: 'ligne de commande (essai)' }
const AU = enJour('2026-11-11')

/** The same demandes in two territories: one active, one whose year has passed. */
const instantanes = () =>
  ['013', '059'].map((territoire) =>
    instantaneDu('2025-11-30', [demande(1), radiee(2, '2025-11-10')], {
      'instantane.json': JSON.stringify({ version: 1, territoire, date: '2025-11-30', synthetique: false }),
    }),
  )

/** Where the demande past retention still is. */
const territoiresDe = async (racine: string): Promise<string[]> => {
  const base = await openInstallation(racine)
  const lignes = await runQuery(
    base.connection,
    sql`SELECT DISTINCT territoire FROM demandes_versions WHERE numero_unique = ${numero(2)} ORDER BY ALL`,
    { territoire: texte },
  )
  base.close()
  return lignes.map(({ territoire }) => territoire)
}

const purger = async (racine: string) => {
  const base = await openInstallation(racine)
  const bilan = await purgerBase(base, { ...OPTIONS_PURGE, au: AU })
  base.close()
  return bilan
}

const cheminDe = (base: string, sorte: string): string =>
  join(base, sorte, readdirSync(join(base, sorte)).find((nom) => nom.startsWith('013')) ?? '')

const retourner = (chemin: string): void => {
  const octets = readFileSync(chemin)
  octets[octets.length >> 1] = (octets[octets.length >> 1] ?? 0) ^ 1
  writeFileSync(chemin, octets)
}

describe('un fichier endommagé d’un territoire', () => {
  it.each([
    ['altéré', 'identites', retourner],
    ['altéré', 'courantes', retourner],
    ['absent', 'courantes', rmSync],
    ['absent', 'cles', rmSync],
  ] as const)('%s (%s) n’empêche pas d’effacer les autres, et le sien se nomme', async (etat, sorte, abimer) => {
    const { base, charger } = await ouvrirBase()
    for (const instantane of instantanes()) await charger(instantane)
    base.close()
    const { racine } = base.dossier
    const chemin = cheminDe(racine, sorte)
    const sain = readFileSync(chemin)
    abimer(chemin)
    expect(await purger(racine)).toMatchObject({
      demandes: 1,
      empeches: [{ territoire: '013', phrase: expect.stringContaining(`est ${etat}`) }],
    })
    writeFileSync(chemin, sain)
    expect(await territoiresDe(racine)).toEqual(['013'])
    expect(await purger(racine)).toMatchObject({ demandes: 1, empeches: [] })
    expect(await territoiresDe(racine)).toEqual([])
  })

  it('fait échouer la commande, d’une phrase qui le nomme', async () => {
    const cwd = dossierTemporaire()
    const base = join(cwd, 'base')
    for (const instantane of instantanes())
      expect((await infocentre(['importer', instantane, '--base', base], cwd)).code).toBe(0)
    retourner(cheminDe(base, 'identites'))
    const { code, sortie, messages } = await infocentre(['purger', '--au', AU, '--base', base], cwd)
    expect([code, sortie]).toEqual([1, expect.stringContaining('1 demandes effacées')])
    expect(messages).toMatch(/^Rien n’a été effacé du territoire 013\. Le fichier identites\/013.* est altéré/)
  })
})
