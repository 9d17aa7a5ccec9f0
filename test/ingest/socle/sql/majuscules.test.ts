import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { texte } from '../../../../ingest/socle/sql/colonne.ts'
import { majusculesSql } from '../../../../ingest/socle/sql/majuscules.ts'
import { runQuery } from '../../../../ingest/socle/sql/query.ts'
import { normaliserNomSql } from '../../../../ingest/store/noms.ts'
import { normaliserNom } from '../../../oracle/normaliser.ts'

let connection: DuckDBConnection

beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect()
})

const gardees = (texte: string): string => texte.replace(/[^A-Z0-9]/g, '')

/** The characters of Unicode of which the engine keeps letters or digits, with what it keeps. */
const selonLeMoteur = async (valeur: RawBuilder<unknown>): Promise<Map<string, string>> => {
  const lignes = await runQuery(
    connection,
    sql`SELECT t, v FROM (SELECT t, regexp_replace(${valeur}, '[^A-Z0-9]', '', 'g') AS v
      FROM (SELECT chr(i::INTEGER) AS t FROM range(1, 1114112) r(i) WHERE i NOT BETWEEN 55296 AND 57343)) WHERE v <> ''`,
    { t: texte, v: texte },
  )
  return new Map(lignes.map(({ t, v }) => [t, v]))
}

const selon = (valeur: (t: string) => string): Map<string, string> => {
  const gardes = new Map<string, string>()
  for (let i = 1; i < 0x110000; i += 1) {
    if (i >= 0xd800 && i <= 0xdfff) continue
    const t = String.fromCodePoint(i)
    const v = gardees(valeur(t))
    if (v !== '') gardes.set(t, v)
  }
  return gardes
}

describe('les majuscules du moteur', () => {
  it('sont, des lettres et chiffres que l’on garde, celles d’Unicode pour tout caractère', async () => {
    expect(await selonLeMoteur(majusculesSql(sql`t`))).toEqual(selon((t) => t.toUpperCase()))
  })

  it('d’un nom comparé sont celles d’un autre moteur pour tout caractère', async () => {
    expect(await selonLeMoteur(normaliserNomSql(sql`t`))).toEqual(selon(normaliserNom))
  })

  it.each([
    ['Zoﬁa', 'ZOFIA'],
    ['ŉdiaye', 'NDIAYE'],
    ['Strauß', 'STRAUSS'],
    ['STRAUẞ', 'STRAUSS'],
    ['Lefœuvre', 'LEFOEUVRE'],
    ['Æmilia', 'AEMILIA'],
    ['e\u0301lodie', 'ELODIE'],
    ['d’Aubigné-Le Ru', 'DAUBIGNELERU'],
    ['Иван', null],
    ['', null],
  ])('d’un nom : « %s »', async (nom, attendu) => {
    expect(await runQuery(connection, sql`SELECT ${normaliserNomSql(sql`${nom}`)} AS v`)).toEqual([{ v: attendu }])
  })

  it('viennent toutes d’un même endroit', () => {
    const racine = resolve(import.meta.dirname, '../../../..')
    const fautes = ['ingest', 'metrics', 'web', 'reports', 'server'].flatMap((couche) =>
      readdirSync(join(racine, couche), { recursive: true, encoding: 'utf8' })
        .filter((nom) => /\.(tsx?|sql)$/.test(nom) && nom !== join('socle', 'sql', 'majuscules.ts'))
        .filter((nom) => /\b(upper|ucase|strip_accents)\(/.test(readFileSync(join(racine, couche, nom), 'utf8'))),
    )
    expect(fautes).toEqual([])
  })
})
