import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { litteral } from '../../../../ingest/socle/sql/litteral.ts'
import { compileQuery, runQuery } from '../../../../ingest/socle/sql/query.ts'
import { ouvrirMoteur } from './moteur.ts'

describe('une valeur écrite dans la requête', () => {
  it('double les apostrophes, et ne lie rien', () => {
    const { sql: texte, parameters } = compileQuery(sql`SELECT ${litteral("l’île d’Yeu, rue de l'Église")}`)
    expect(texte).toBe("SELECT 'l’île d’Yeu, rue de l''Église'")
    expect(parameters).toEqual([])
  })

  it.each([0, -1, 42, 0.5, 9_007_199_254_740_991])('écrit le nombre %s tel quel', (nombre) => {
    expect(compileQuery(sql`SELECT ${litteral(nombre)}`).sql).toBe(`SELECT ${nombre}`)
  })

  it.each([
    "'; DROP TABLE temoin; --",
    "' OR '1' = '1",
    "\\'; DROP TABLE temoin; --",
    "''",
    '"temoin"',
    '$1',
    'une ligne\net une autre',
    '',
  ])('rend tel quel le texte %j, où qu’il finisse', async (valeur) => {
    const connection = await ouvrirMoteur()
    await connection.run('CREATE TABLE temoin AS SELECT 1 AS un')
    await runQuery(
      connection,
      sql`CREATE VIEW vue AS SELECT ${litteral(valeur)} AS v FROM temoin WHERE un = ${litteral(1)}`,
    )
    expect(await runQuery(connection, sql`SELECT v FROM vue`)).toEqual([{ v: valeur }])
    expect(await runQuery(connection, sql`SELECT un FROM temoin`)).toEqual([{ un: 1 }])
  })
})
