import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { ErreurInfocentre } from '../../../../ingest/socle/erreur.ts'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { booleen, entier, jour, json, liste, nul, texte, unDe } from '../../../../ingest/socle/sql/colonne.ts'
import { kyselyOn } from '../../../../ingest/socle/sql/dialecte.ts'
import { ErreurRequete } from '../../../../ingest/socle/sql/erreur-requete.ts'
import { jourSql, runOne, runQuery, streamQuery } from '../../../../ingest/socle/sql/query.ts'
import { ouvrirMoteur } from './moteur.ts'

const erreurDe = async (promesse: Promise<unknown>): Promise<ErreurRequete> => {
  const erreur = await promesse.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (!(erreur instanceof ErreurRequete)) throw new Error('aucune ErreurRequete', { cause: erreur })
  return erreur
}

describe('lire des lignes par leur forme', () => {
  it.each([
    ['un entier', sql`SELECT 3::BIGINT AS v`, { v: entier }, 3],
    ['un jour', sql`SELECT DATE '2024-02-29' AS v`, { v: jour }, '2024-02-29'],
    ['une liste', sql`SELECT ['a', 'b'] AS v`, { v: liste(texte) }, ['a', 'b']],
    ['du JSON', sql`SELECT '{"a": 1}'::JSON AS v`, { v: json<{ a: number }>() }, { a: 1 }],
    ['un code connu', sql`SELECT 'A' AS v`, { v: unDe(['A', 'B']) }, 'A'],
    ['un vide admis', sql`SELECT NULL::VARCHAR AS v`, { v: nul(texte) }, null],
  ])('%s', async (_, requete, forme, attendu) => {
    expect(await runOne(await ouvrirMoteur(), requete, forme)).toEqual({ v: attendu })
  })

  it.each([
    ['un vide inattendu', sql`SELECT NULL::VARCHAR AS v`, { v: texte }],
    ['un texte pour un nombre', sql`SELECT '3' AS v`, { v: entier }],
    ['un nombre à virgule pour un entier', sql`SELECT 3.5::DOUBLE AS v`, { v: entier }],
    ['un code inconnu', sql`SELECT 'Z' AS v`, { v: unDe(['A', 'B']) }],
    ['un jour impossible', sql`SELECT '2026-02-30' AS v`, { v: jour }],
    ['un nombre pour un oui', sql`SELECT 1 AS v`, { v: booleen }],
    ['une colonne absente', sql`SELECT 1 AS w`, { v: entier }],
  ])('refuse %s, et nomme la colonne', async (_, requete, forme) => {
    const erreur = await erreurDe(runQuery(await ouvrirMoteur(), requete, forme))
    expect(String(erreur.cause)).toMatch(/\bv\b/)
  })

  it('lit au fil de l’eau les mêmes lignes', async () => {
    const connection = await ouvrirMoteur()
    const lues: number[] = []
    for await (const { n } of streamQuery(connection, sql`SELECT range AS n FROM range(5000)`, { n: entier }))
      lues.push(n)
    expect(lues).toEqual(Array.from({ length: 5000 }, (_, i) => i))
  })
})

describe('lier des valeurs', () => {
  it.each([
    ['un texte avec une apostrophe', "d'Arles; DROP TABLE t"],
    ['un entier', 42],
    ['un grand entier', 9_007_199_254_740_991],
    ['un oui', true],
    ['un vide', null],
    ['une liste', ['a', "b'c"]],
    ['une liste vide', []],
    ['une liste de nombres dont le premier est entier', [1, 2.5]],
  ])('%s revient tel quel', async (_, valeur) => {
    const [ligne] = await runQuery(await ouvrirMoteur(), sql`SELECT ${valeur} AS v`)
    expect(ligne?.v).toEqual(valeur)
  })

  it('un jour lié se compare à un jour de la base', async () => {
    const connection = await ouvrirMoteur()
    await runQuery(connection, sql`CREATE TABLE t (j DATE)`)
    await runQuery(connection, sql`INSERT INTO t VALUES ('2026-10-30'), ('2026-10-31'), ('2026-11-01'), (NULL)`)
    const lues = await runQuery(connection, sql`SELECT j FROM t WHERE j = ${jourSql(enJour('2026-10-31'))}`, {
      j: jour,
    })
    expect(lues).toEqual([{ j: '2026-10-31' }])
  })

  it.each([[new Date(0)], [{ a: 1 }], [undefined]])('refuse ce qui n’est pas une valeur de base', async (valeur) => {
    const connection = await ouvrirMoteur()
    await expect(runQuery(connection, sql`SELECT ${valeur} AS v`)).rejects.toBeInstanceOf(ErreurRequete)
  })
})

describe('une requête que le moteur refuse', () => {
  it('est une erreur de l’infocentre : le SQL sans ses valeurs, et la cause', async () => {
    const connection = await ouvrirMoteur()
    const erreur = await erreurDe(runQuery(connection, sql`SELECT CAST(${'DUPONT Marie'} AS INTEGER) AS n`))
    expect(erreur).toBeInstanceOf(ErreurInfocentre)
    expect(erreur.code).toBe('REQUETE_IMPOSSIBLE')
    expect(erreur.faits.sql).toBe('SELECT CAST($1 AS INTEGER) AS n')
    expect(erreur.cause).toBeInstanceOf(Error)
    expect(JSON.stringify([erreur.message, erreur.faits])).not.toMatch(/DUPONT/)
  })

  it('l’est aussi par Kysely', async () => {
    const connection = await ouvrirMoteur()
    const base = kyselyOn<{ absente: { a: string } }>(connection)
    const erreur = await erreurDe(base.selectFrom('absente').select('a').where('a', '=', 'DUPONT').execute())
    expect(erreur.faits.sql).toBe('select "a" from "absente" where "a" = $1')
  })

  it('laisse la connexion utilisable', async () => {
    const connection = await ouvrirMoteur()
    await erreurDe(runQuery(connection, sql`SELEC 1`))
    expect(await runOne(connection, sql`SELECT 1 AS n`, { n: entier })).toEqual({ n: 1 })
  })
})
