import { availableParallelism } from 'node:os'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { entier } from '../../../ingest/socle/sql/colonne.ts'
import { runOne } from '../../../ingest/socle/sql/query.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { LIGNES_POUR_PARTAGER } from '../../../ingest/store/coeurs.ts'
import { ouvrirBase } from '../../base.ts'

/** As another connection finds them. */
const coeursDe = async (base: Base): Promise<number> => {
  const autre = await base.connect()
  try {
    return (await runOne(autre, sql`SELECT current_setting('threads')::INTEGER AS n`, { n: entier })).n
  } finally {
    autre.closeSync()
  }
}

describe('les cœurs qu’une question occupe, par toutes les connexions', () => {
  it.each([
    [0, 1],
    [LIGNES_POUR_PARTAGER - 1, 1],
    [LIGNES_POUR_PARTAGER, availableParallelism()],
    [LIGNES_POUR_PARTAGER + 1, availableParallelism()],
  ])('pour un instantané de %i lignes : %i', async (lignes, coeurs) => {
    const { base } = await ouvrirBase()
    await base.prevoir(lignes)
    expect(await coeursDe(base)).toBe(coeurs)
  })

  it('un seul dès que la base laisse les autres, et un grand instantané n’y change rien', async () => {
    const { base } = await ouvrirBase()
    await base.prevoir(LIGNES_POUR_PARTAGER)
    await base.laisserLesAutresCoeurs()
    expect(await coeursDe(base)).toBe(1)
    await base.prevoir(2 * LIGNES_POUR_PARTAGER)
    expect(await coeursDe(base)).toBe(1)
  })
})
