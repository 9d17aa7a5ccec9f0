import { existsSync, statSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { closeCompactly } from '../../ingest/store/compacter.ts'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane } from '../../server/services/charger.ts'
import { dossierTemporaire, OPTIONS } from '../base.ts'
import { contenuDe } from './contenu.ts'
import { ecrireDossier, fichiers } from './instantane.ts'

it('une base fermée rend au disque la place des lignes remplacées, et sait les mêmes choses', async () => {
  const racine = dossierTemporaire()
  const base = await openInstallation(racine)
  await chargerInstantane(base, ecrireDossier(fichiers()), OPTIONS)
  await runQuery(base.connection, sql`CREATE TABLE lourde AS SELECT random() AS a, random() AS b FROM range(5000000)`)
  await base.connection.run('CHECKPOINT')
  await runQuery(base.connection, sql`CREATE TABLE apres AS SELECT 1 AS a`)
  await base.connection.run('CHECKPOINT')
  await base.connection.run('DROP TABLE lourde')
  await base.connection.run('CHECKPOINT')
  await runQuery(base.connection, sql`CREATE TABLE encore AS SELECT 1 AS a`)
  const attendu = await contenuDe(base)
  await closeCompactly(base)
  expect(statSync(base.dossier.base).size).toBeLessThan(30 * 2 ** 20)
  expect(existsSync(`${base.dossier.base}.nouveau`)).toBe(false)
  const rouverte = await openInstallation(racine)
  expect(await contenuDe(rouverte)).toEqual(attendu)
  await chargerInstantane(
    rouverte,
    ecrireDossier(fichiers({ 'instantane.json': '{"territoire":"013","date":"2026-09-30"}' })),
    OPTIONS,
  )
  expect((await contenuDe(rouverte)).instantanes).toHaveLength(2)
  rouverte.close()
})
