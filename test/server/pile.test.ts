import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { natureDe, pileDe } from '../../server/pile.ts'

const erreurDuMoteur = async (): Promise<Error> => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const cause: unknown = await connection.run("SELECT 'Lefèvre Zoé'::INTEGER").then(
    () => null,
    (erreur: unknown) => erreur,
  )
  connection.closeSync()
  if (cause instanceof Error) return cause
  throw new Error('Le moteur a converti ce texte')
}

describe('une erreur du moteur', () => {
  it('citerait la valeur d’une personne : ni la trace ni la phrase ne la gardent', async () => {
    const cause = await erreurDuMoteur()
    expect(cause.message).toContain('Lefèvre')
    expect(pileDe(cause)).not.toContain('Lefèvre')
    expect(pileDe(cause)).toMatch(/^Conversion Error/)
    expect(natureDe(cause)).toBe('Conversion Error')
  })

  it('une erreur du système garde ce qu’elle dit', () => {
    expect(natureDe(Object.assign(new Error('ENOSPC: no space left'), { syscall: 'write' }))).toBe(
      'ENOSPC: no space left',
    )
  })
})
