import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import {
  booleen,
  entier,
  entierCourt,
  instant,
  jour,
  json,
  liste,
  nul,
  numero,
  octet,
  reel,
  texte,
} from '../../../../ingest/socle/sql/colonne.ts'
import { ensureTable } from '../../../../ingest/socle/sql/ddl.ts'
import { kyselyOn } from '../../../../ingest/socle/sql/dialecte.ts'
import { insertRows } from '../../../../ingest/socle/sql/insert-rows.ts'
import { runQuery } from '../../../../ingest/socle/sql/query.ts'
import { autresColonnes, defineTable, lieuxDe, type TablesKysely } from '../../../../ingest/socle/sql/table.ts'
import { ouvrirMoteur } from './moteur.ts'

const RELEVES = defineTable(
  'releves',
  {
    territoire: texte,
    jour,
    numero_unique: numero('LIGNE'),
    n: entier,
    court: entierCourt,
    duree: octet,
    part: nul(reel),
    sur: nul(booleen),
    releve_le: instant,
    details: nul(json<Record<string, number>>()),
    guichets: liste(texte),
    fin: nul(jour),
  },
  { cle: ['territoire', 'jour'] },
)

const LIGNES = [
  {
    territoire: '013',
    jour: enJour('2026-10-31'),
    numero_unique: '013102600000113055',
    n: 9_007_199_254_740_991,
    court: -3,
    duree: 255,
    part: 0.1,
    sur: true,
    releve_le: '2026-11-03 07:12:45',
    details: { ATTRIBUTION: 2 },
    guichets: ['13055', '13001'],
    fin: enJour('1899-12-31'),
  },
  {
    territoire: '02A',
    jour: enJour('2024-02-29'),
    numero_unique: '02A022400000120041',
    n: 0,
    court: 0,
    duree: 0,
    part: null,
    sur: null,
    releve_le: '2024-03-01 00:00:00',
    details: null,
    guichets: [],
    fin: null,
  },
]

describe('une table déclarée une fois', () => {
  it('rend les lignes qu’on y a mises, au type près', async () => {
    const connection = await ouvrirMoteur()
    await ensureTable(connection, RELEVES)
    await insertRows(connection, RELEVES, LIGNES)
    expect(await runQuery(connection, sql`SELECT * FROM releves ORDER BY territoire`, RELEVES.colonnes)).toEqual(LIGNES)
  })

  it('écrit dans chaque ligne ce qu’elles ont en commun, quoi qu’elles en disent, et une valeur vide aussi', async () => {
    const connection = await ouvrirMoteur()
    const chiffres = defineTable('chiffres', { territoire: texte, n: entier, part: nul(reel) })
    await ensureTable(connection, chiffres)
    const lignes = [{ n: 1, part: 0.5 }, { n: 2 }]
    await insertRows(connection, chiffres, lignes, { territoire: '013', part: null })
    expect(await runQuery(connection, sql`SELECT * FROM chiffres ORDER BY n`, chiffres.colonnes)).toEqual([
      { territoire: '013', n: 1, part: null },
      { territoire: '013', n: 2, part: null },
    ])
  })

  it('se lit par Kysely comme par du SQL écrit', async () => {
    const connection = await ouvrirMoteur()
    await ensureTable(connection, RELEVES)
    await insertRows(connection, RELEVES, LIGNES)
    const base = kyselyOn<TablesKysely<typeof RELEVES>>(connection)
    expect(await base.selectFrom('releves').selectAll().orderBy('territoire').execute()).toEqual(LIGNES)
    const trouvees = await base
      .selectFrom('releves')
      .select(['territoire', 'n'])
      .where('jour', '>=', enJour('2026-10-31'))
      .where('jour', '<', enJour('2026-11-01'))
      .where('territoire', 'in', ['013', '059'])
      .execute()
    expect(trouvees).toEqual([{ territoire: '013', n: 9_007_199_254_740_991 }])
  })

  it('se corrige par Kysely, qui dit combien de lignes il a changées', async () => {
    const connection = await ouvrirMoteur()
    await ensureTable(connection, RELEVES)
    await insertRows(connection, RELEVES, LIGNES)
    const base = kyselyOn<TablesKysely<typeof RELEVES>>(connection)
    const { numUpdatedRows } = await base
      .updateTable('releves')
      .set({ fin: enJour('2026-12-01'), n: 5 })
      .where('fin', 'is', null)
      .executeTakeFirstOrThrow()
    expect(numUpdatedRows).toBe(1n)
    const { fin, n } = await base
      .selectFrom('releves')
      .select(['fin', 'n'])
      .where('territoire', '=', '02A')
      .executeTakeFirstOrThrow()
    expect([fin, n]).toEqual(['2026-12-01', 5])
  })

  it('ne se corrige pas par Kysely là où elle tient du JSON, qui ne se lie pas', async () => {
    const connection = await ouvrirMoteur()
    await ensureTable(connection, RELEVES)
    await insertRows(connection, RELEVES, LIGNES)
    const releves = kyselyOn<TablesKysely<typeof RELEVES>>(connection).updateTable('releves')
    await releves.set({ details: null }).execute()
    // @ts-expect-error an object is no value to bind
    await expect(releves.set({ details: { RADIATION: 1 } }).execute()).rejects.toThrow()
  })

  it('un identifiant hostile reste un identifiant', async () => {
    const connection = await ouvrirMoteur()
    await ensureTable(connection, defineTable('a"; DROP TABLE releves; --', { 'b"c': texte }))
    await ensureTable(connection, RELEVES)
    expect(
      await runQuery(connection, sql`SELECT table_name AS nom FROM duckdb_tables() ORDER BY 1`, { nom: texte }),
    ).toEqual([{ nom: 'a"; DROP TABLE releves; --' }, { nom: 'releves' }])
  })

  it('ajoute à une base plus ancienne la colonne gagnée depuis', async () => {
    const connection = await ouvrirMoteur()
    await ensureTable(connection, defineTable('t', { a: texte }))
    await insertRows(connection, defineTable('t', { a: texte }), [{ a: 'x' }])
    const gagnee = defineTable('t', { a: texte, b: nul(entier) })
    await ensureTable(connection, gagnee)
    expect(await runQuery(connection, sql`SELECT * FROM t`, gagnee.colonnes)).toEqual([{ a: 'x', b: null }])
  })

  it('refuse une table d’une autre forme, en la nommant', async () => {
    const connection = await ouvrirMoteur()
    await ensureTable(connection, defineTable('t', { a: texte, b: texte }))
    await expect(ensureTable(connection, defineTable('t', { b: texte, a: texte }))).rejects.toThrow(/La table t /)
    await expect(ensureTable(connection, defineTable('t', { a: texte }))).rejects.toThrow(/autre version/)
  })

  it('nomme ses colonnes, hormis quelques-unes, dans leur ordre', () => {
    const table = defineTable('t', { b: texte, a: entier, c: jour })
    expect(autresColonnes(table, ['a'])).toEqual(['b', 'c'])
    expect(autresColonnes(table, [])).toEqual(['b', 'a', 'c'])
  })

  it('dit où des numéros peuvent se trouver', () => {
    expect(lieuxDe([RELEVES])).toEqual([{ lieu: 'releves', colonne: 'numero_unique', effet: 'LIGNE' }])
  })
})
