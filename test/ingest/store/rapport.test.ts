import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { readRapport } from '../../../ingest/store/instantanes.ts'
import { listReprises } from '../../../web/modeles/reprises.ts'
import { ouvrirBase } from '../../base.ts'
import { ecrireDossier, fichiers } from '../instantane.ts'

it('un rapport rangé avant que la lecture compte ses reprises se lit encore, sans aucune', async () => {
  const { base, charger } = await ouvrirBase()
  await charger(ecrireDossier(fichiers({})))
  const { octets_repris, mots_vides, valeurs_inconnues, feuilles_ecartees, ...ancien } = await readRapport(
    base.connection,
    '013',
    enJour('2026-10-31'),
  )
  await runQuery(base.connection, sql`UPDATE instantanes SET rapport = ${JSON.stringify(ancien)}`, {})
  const lu = await readRapport(base.connection, '013', enJour('2026-10-31'))
  expect(lu).toEqual({ ...ancien, octets_repris: 0, mots_vides: {}, valeurs_inconnues: {}, feuilles_ecartees: {} })
  expect(listReprises(lu)).toEqual([])
})
