import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromIPC } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { LIGNES, octetsDe, tableau } from './tableau.ts'

describe('Parquet', () => {
  it('relu par DuckDB : mêmes valeurs, types des colonnes, provenance dans le fichier', async () => {
    const chemin = join(dossierTemporaire(), 'essai.parquet')
    writeFileSync(chemin, await octetsDe(tableau(), 'parquet'))
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const lire = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
    const types = await lire(`SELECT column_type AS t FROM (DESCRIBE SELECT * FROM '${chemin}')`)
    expect(types.map(({ t }) => t)).toEqual(['VARCHAR', 'BIGINT', 'DOUBLE', 'DATE', 'BOOLEAN', 'TIMESTAMP'])
    const lignes = await lire(
      `SELECT nom, n::VARCHAR AS n, part, jour::VARCHAR AS jour, vu, quand::VARCHAR AS quand FROM '${chemin}'`,
    )
    expect(lignes).toEqual(LIGNES.map((ligne) => ({ ...ligne, n: ligne.n === null ? null : String(ligne.n) })))
    const notes = await lire(`SELECT decode(key) AS k, decode(value) AS v FROM parquet_kv_metadata('${chemin}')`)
    expect(notes).toContainEqual({ k: 'Période', v: 'octobre 2026' })
    connection.closeSync()
  })
})

describe('Arrow', () => {
  it('relu par Apache Arrow : mêmes valeurs', async () => {
    const table = tableFromIPC(await octetsDe(tableau(), 'arrow'))
    expect(table.schema.fields.map(({ name }) => name)).toEqual(['nom', 'n', 'part', 'jour', 'vu', 'quand'])
    expect(table.numRows).toBe(LIGNES.length)
    const colonne = (nom: string) => [...(table.getChild(nom) ?? [])] as unknown[]
    expect(colonne('nom')).toEqual(LIGNES.map(({ nom }) => nom))
    expect(colonne('part')).toEqual(LIGNES.map(({ part }) => part))
    expect(colonne('n').map((n) => (n === null ? null : Number(n)))).toEqual(LIGNES.map(({ n }) => n))
    const jours = colonne('jour').map((j) => (j === null ? null : new Date(Number(j)).toISOString().slice(0, 10)))
    expect(jours).toEqual(LIGNES.map(({ jour }) => jour))
  })
})
