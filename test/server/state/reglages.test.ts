import { Kysely, Migrator, SqliteDialect, type SqliteDialectConfig } from 'kysely'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { migrations } from '../../../server/state/migrations.ts'
import { lireReglages, regler } from '../../../server/state/reglages.ts'
import { ouvrirBase } from '../../base.ts'

const saisie = { motif: 'comité', saisi_le: '2026-01-05 09:00:00', saisi_par: 'essai' }

describe('les réglages d’un territoire', () => {
  it('valent pour lui seul', async () => {
    const { base } = await ouvrirBase()
    await avecEtat(base.dossier, async (etat) => {
      await regler(etat, 'copil_nominatif', true, { ...saisie, territoire: '013', depuis: enJour('2026-02-01') })
      const { pour } = await lireReglages(etat, enJour('2026-02-01'))
      expect([pour('013').copil_nominatif, pour('059').copil_nominatif]).toEqual([true, false])
    })
  })

  it.each([
    ['la veille', '2026-01-31', false],
    ['le jour', '2026-02-01', true],
    ['le lendemain', '2026-02-02', true],
  ])('%s de leur date', async (_, jour, attendu) => {
    const { base } = await ouvrirBase()
    await avecEtat(base.dossier, async (etat) => {
      await regler(etat, 'copil_nominatif', true, { ...saisie, territoire: '013', depuis: enJour('2026-02-01') })
      expect((await lireReglages(etat, enJour(jour))).pour('013').copil_nominatif).toBe(attendu)
    })
  })

  it('l’emportent sur ceux de l’installation, même plus récents', async () => {
    const { base } = await ouvrirBase()
    await avecEtat(base.dossier, async (etat) => {
      await regler(etat, 'copil_nominatif', false, { ...saisie, territoire: '013', depuis: enJour('2026-01-01') })
      await regler(etat, 'copil_nominatif', true, { ...saisie, depuis: enJour('2026-03-01') })
      const { pour } = await lireReglages(etat, enJour('2026-03-01'))
      expect([pour('013').copil_nominatif, pour('059').copil_nominatif]).toEqual([false, true])
    })
  })

  it('pris avant d’être d’un territoire valent pour chacun, jusqu’à ce qu’il décide', async () => {
    const { base } = await ouvrirBase()
    const ancien = new Kysely<{ reglages: Record<string, string> }>({
      dialect: new SqliteDialect({
        database: new Database(`${base.dossier.racine}/application.sqlite`) as unknown as Exclude<
          SqliteDialectConfig['database'],
          (...args: never[]) => unknown
        >,
      }),
    })
    const { error } = await new Migrator({ db: ancien, provider: migrations }).migrateTo('0010-doublons')
    expect(error).toBeUndefined()
    await ancien
      .insertInto('reglages')
      .values({ ...saisie, cle: 'copil_nominatif', valeur: 'true', depuis: '2026-01-01' })
      .execute()
    await ancien.destroy()
    await avecEtat(base.dossier, async (etat) => {
      const avant = await lireReglages(etat, enJour('2026-11-23'))
      expect([avant.pour('013').copil_nominatif, avant.pour('059').copil_nominatif]).toEqual([true, true])
      await regler(etat, 'copil_nominatif', false, { ...saisie, territoire: '059', depuis: enJour('2026-06-01') })
      const apres = await lireReglages(etat, enJour('2026-11-23'))
      expect([apres.pour('013').copil_nominatif, apres.pour('059').copil_nominatif]).toEqual([true, false])
    })
  })
})
