import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Base } from '../../ingest/store/base.ts'
import { openInstallation } from '../../server/installation.ts'
import { verifierInstallation } from '../../server/services/verifier.ts'
import { avecEtat } from '../../server/state/etat.ts'
import { consigner } from '../../server/state/journal.ts'
import { OPTIONS, ouvrirBase } from '../base.ts'
import { demande, instantaneDu, radiee } from './purge/scene.ts'

const preparer = async (): Promise<Base> => {
  const { base, charger } = await ouvrirBase()
  await charger(instantaneDu('2026-09-30', [demande(1), demande(2), radiee(3, '2026-09-10')]))
  await charger(instantaneDu('2026-10-31', [demande(1), radiee(2, '2026-10-10')]))
  await avecEtat(base.dossier, (etat) =>
    consigner(
      etat,
      ...[1, 2, 3].map((nombre) => ({
        ...({ instant: '2026-11-23 09:00:00', qui: 'a@exemple.fr', action: 'CONSULTATION' } as const),
        nombre,
      })),
    ),
  )
  return base
}

const premierFichier = (dossier: string): string => join(dossier, readdirSync(dossier)[0] ?? '')

describe('le contrôle d’intégrité', () => {
  it('ne trouve rien à redire à une installation saine', async () => {
    expect(await verifierInstallation(await preparer(), OPTIONS.secret)).toEqual({ defauts: [], avertissements: [] })
  })

  it.each<[string, (base: Base) => unknown, RegExp]>([
    ['un fichier de noms absent', ({ dossier }) => rmSync(premierFichier(dossier.identites)), /identites.*est absent/],
    [
      'un fichier tronqué',
      ({ dossier }) => {
        const chemin = premierFichier(dossier.courantes)
        writeFileSync(chemin, readFileSync(chemin).subarray(0, -40))
      },
      /courantes.*est illisible/,
    ],
    [
      'des clés en trop',
      ({ connection }) => connection.run("UPDATE instantanes SET demandes = 9 WHERE date = '2026-10-31'"),
      /lignes au lieu de 9/,
    ],
    [
      'une histoire amputée',
      ({ connection }) =>
        connection.run("UPDATE instantanes SET demandes = 9, fichier_cles = NULL WHERE date = '2026-09-30'"),
      /L’histoire montre 3 demandes au 30\/09\/2026/,
    ],
    [
      'des résultats disparus',
      ({ connection }) => connection.run("DELETE FROM resultats WHERE mois = '2026-09'"),
      /2026-09 \(013\) est sans résultats/,
    ],
    [
      'un journal réécrit',
      ({ dossier }) =>
        avecEtat(dossier, async (etat) => {
          await sql`DROP TRIGGER journal_sans_reecriture`.execute(etat)
          await sql`UPDATE journal SET qui = 'b@exemple.fr' WHERE id = 2`.execute(etat)
        }),
      /entrée n° 2 a été modifiée/,
    ],
    [
      'une base de l’application illisible',
      ({ dossier }) => {
        for (const suffixe of ['', '-wal', '-shm'])
          rmSync(join(dossier.racine, `application.sqlite${suffixe}`), { force: true })
        writeFileSync(join(dossier.racine, 'application.sqlite'), 'ceci n’est pas une base'.repeat(500))
      },
      /base de l’application est illisible/,
    ],
  ])('nomme %s', async (_, abimer, phrase) => {
    const base = await preparer()
    await abimer(base)
    expect((await verifierInstallation(base, OPTIONS.secret)).defauts.join('\n')).toMatch(phrase)
  })

  it('trouve un octet changé dans la base', async () => {
    const base = await preparer()
    await base.connection.run("PRAGMA force_compression = 'uncompressed'")
    await base.connection.run("CREATE TABLE temoin AS SELECT 'repère n° ' || range AS texte FROM range(200000)")
    await base.connection.run('CHECKPOINT')
    base.close()
    const octets = readFileSync(base.dossier.base)
    const place = octets.indexOf('repère n° 1234')
    expect(place).toBeGreaterThan(0)
    octets[place] = (octets[place] ?? 0) ^ 1
    writeFileSync(base.dossier.base, octets)
    const trouver = async () => {
      const abimee = await openInstallation(base.dossier.racine)
      try {
        return (await verifierInstallation(abimee, OPTIONS.secret)).defauts.join('\n')
      } finally {
        abimee.close()
      }
    }
    expect(await trouver()).toBe('La table « temoin » de la base est illisible.')
  })
})
