import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import type { Regle } from '../../ingest/socle/regles/regle.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { joursApres, moisApres, moisAvant } from '../../metrics/sql.ts'

const CHANGEE: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 1, source: 'un premier texte' },
  { depuis: enJour('2020-01-01'), valeur: 2, source: 'un deuxième texte' },
  { depuis: enJour('2027-01-01'), valeur: 3, source: 'un troisième texte' },
]

it.each([
  ['avant tout texte, le premier vaut', '2010-12-31', '2011-01-31', '2010-11-30', '2011-01-01'],
  ['la veille du deuxième texte', '2019-12-31', '2020-01-31', '2019-11-30', '2020-01-01'],
  ['le jour du deuxième', '2020-01-01', '2020-03-01', '2019-11-01', '2020-01-03'],
  ['la veille du troisième', '2026-12-31', '2027-02-28', '2026-10-31', '2027-01-02'],
  ['le jour du troisième', '2027-01-01', '2027-04-01', '2026-10-01', '2027-01-04'],
  ['le lendemain', '2027-01-02', '2027-04-02', '2026-10-02', '2027-01-05'],
])('une durée qui change se compte au jour de chaque acte : %s', async (_titre, jour, apres, avant, jours) => {
  const connection = await (await DuckDBInstance.create()).connect()
  const d = jourSql(enJour(jour))
  expect(
    await runQuery(
      connection,
      sql`SELECT ${moisApres(d, CHANGEE)} AS apres, ${moisAvant(d, CHANGEE)} AS avant, ${joursApres(d, CHANGEE)} AS jours`,
    ),
  ).toEqual([{ apres, avant, jours }])
})
