import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { entier } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { openInstallation } from '../../../server/installation.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { OPTIONS } from '../../base.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'
import { type Champs, demande, instantaneDu, radiee } from '../purge/scene.ts'

const PROGRAMME = join(import.meta.dirname, '../../../dist/server/cli/main.js')
const ENV = { ...process.env, INFOCENTRE_SECRET: OPTIONS.secret.valeur, INFOCENTRE_PHRASE_FICHIER: '' }

/** Runs a command to its end, or kills it without warning after a while. */
const lancer = (argv: readonly string[], tuerApres?: number) =>
  new Promise<{ readonly code: number | null; readonly messages: string }>((resolve) => {
    const enfant = spawn(process.execPath, [PROGRAMME, ...argv], { env: ENV })
    let messages = ''
    enfant.stderr.setEncoding('utf8').on('data', (texte: string) => {
      messages += texte
    })
    if (tuerApres !== undefined) void attendre(tuerApres).then(() => enfant.kill('SIGKILL'))
    enfant.on('close', (code) => resolve({ code, messages }))
  })

const COMBIEN = 1500
const lignes = (): Champs[] =>
  Array.from({ length: COMBIEN }, (_, i) => (i % 3 === 0 ? radiee(i, '2025-11-10') : demande(i)))

/** What the base holds of demandes past retention on a day, and whether it is sound. */
const etatDe = async (racine: string) => {
  const base = await openInstallation(racine)
  try {
    const { defauts } = await verifierInstallation(base, OPTIONS.secret)
    const [{ n } = { n: -1 }] = await runQuery(
      base.connection,
      sql`SELECT count(*) AS n FROM demandes_courantes WHERE statut = 'RADIEE'`,
      { n: entier },
    )
    return { defauts, radiees: n }
  } finally {
    base.close()
  }
}

/** Moments from before the command's first step to after its last, whatever the machine's pace. */
const PARTS = [0.15, 0.4, 0.55, 0.7, 0.85, 0.95]

describe('tué sans prévenir', () => {
  const dossier = ecrireDossier({})
  const racine = join(dossier, 'base')
  const cle = join(dossier, 'cle')
  const sauvegarde = join(dossier, 'sauvegarde')
  const durees = { purger: 0, sauvegarder: 0, restaurer: 0 }

  const copier = () => {
    const copie = join(ecrireDossier({}), 'base')
    cpSync(racine, copie, { recursive: true })
    return copie
  }

  const mesurer = async (commande: keyof typeof durees, argv: readonly string[]) => {
    const depart = performance.now()
    const { code, messages } = await lancer([commande, ...argv])
    expect([code, messages]).toEqual([0, expect.any(String)])
    durees[commande] = performance.now() - depart
  }

  beforeAll(async () => {
    writeFileSync(cle, Buffer.alloc(32, 9), { mode: 0o600 })
    const base = await openInstallation(racine)
    await chargerInstantane(base, instantaneDu('2025-11-30', lignes()), OPTIONS)
    base.close()
    await mesurer('sauvegarder', [sauvegarde, '--cle', cle, '--base', copier()])
    await mesurer('purger', ['--au', '2026-11-11', '--base', copier()])
    await mesurer('restaurer', [sauvegarde, '--cle', cle, '--base', copier(), '--remplacer'])
  }, 120_000)

  it.each(PARTS)(
    'un effacement laisse une base saine, et se termine quand on le relance (à %d de sa durée)',
    async (part) => {
      const copie = copier()
      await lancer(['purger', '--au', '2026-11-11', '--base', copie], part * durees.purger)
      const { defauts, radiees } = await etatDe(copie)
      expect(defauts).toEqual([])
      expect([0, COMBIEN / 3]).toContain(radiees)
      expect((await lancer(['purger', '--au', '2026-11-11', '--base', copie])).code).toBe(0)
      expect(await etatDe(copie)).toEqual({ defauts: [], radiees: 0 })
    },
  )

  it.each(PARTS)('une sauvegarde n’existe qu’entière (à %d de sa durée)', async (part) => {
    const copie = copier()
    const fichier = join(ecrireDossier({}), 'prise')
    await lancer(['sauvegarder', fichier, '--cle', cle, '--base', copie], part * durees.sauvegarder)
    if (existsSync(fichier)) {
      const rendue = join(ecrireDossier({}), 'rendue')
      expect((await lancer(['restaurer', fichier, '--cle', cle, '--base', rendue])).code).toBe(0)
    }
    expect((await etatDe(copie)).defauts).toEqual([])
    expect(readdirSync(join(copie, 'temporaire'))).toEqual([])
  })

  it.each(PARTS)('une restauration laisse l’ancienne installation ou la nouvelle (à %d de sa durée)', async (part) => {
    const copie = copier()
    const restaurer = ['restaurer', sauvegarde, '--cle', cle, '--base', copie, '--remplacer']
    await lancer(restaurer, part * durees.restaurer)
    const { defauts, radiees } = await etatDe(copie)
    expect(defauts).toEqual([])
    expect([0, COMBIEN / 3]).toContain(radiees)
    expect((await lancer(restaurer)).code).toBe(0)
    expect(await etatDe(copie)).toEqual({ defauts: [], radiees: 0 })
    expect(readdirSync(join(copie, '..'))).toEqual(['base'])
  })
})
