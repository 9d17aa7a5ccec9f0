import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { OPTIONS, preparerBase } from '../../base.ts'
import { demande, instantaneDu, numero, radiee } from './scene.ts'

const PURGE = 'n° purgé'
const AILLEURS = '069102500000300000'
/** A number of another département, of a demande that this territory held and erases. */
const VENUE = '069102500000400001'

/** What a demande cites as the one the alert showed, first on 30 September 2025; the last day it may stay; null: for ever. */
const CITES: readonly (readonly [titre: string, cite: string, dernierJour: string | null])[] = [
  ['d’une demande encore gardée, il reste', numero(3), null],
  ['d’une demande effacée, il part avec elle', numero(4), '2026-09-15'],
  ['de ce territoire et qui n’y est pas, il part à la première purge', numero(8), ''],
  ['d’un autre territoire, il reste un an', AILLEURS, '2026-09-30'],
  ['d’un autre territoire mais d’une demande effacée ici, il part avec elle', VENUE, '2026-09-15'],
  ['sans son premier zéro, il reste un an de même', AILLEURS.slice(1), '2026-09-30'],
  ['trop court pour en être un, il reste', AILLEURS.slice(2), null],
  ['trop long pour en être un, il reste', `${AILLEURS}0`, null],
]

/** The day before each end, the day, the day after. */
const JOURS = ['2026-09-14', '2026-09-15', '2026-09-16', '2026-09-29', '2026-09-30', '2026-10-01']

describe('un numéro qu’une demande gardée cite', () => {
  const purgee = preparerBase('citations-purgees', async (base) => {
    const citantes = CITES.map(([, cite], i) =>
      demande(20 + i, { forcage_doublon: 'O', numero_unique_rapproche: cite }),
    )
    const venue = { ...radiee(5, '2025-09-15'), numero_unique: VENUE }
    for (const date of ['2025-09-30', '2025-10-31'])
      await chargerInstantane(
        base,
        instantaneDu(date, [demande(3), radiee(4, '2025-09-15'), venue, ...citantes]),
        OPTIONS,
      )
    const suivis: Record<string, string>[] = []
    for (const au of JOURS) {
      await purgerBase(base, {
        au: enJour(au),
        maintenant: new Date('2026-11-23T10:00:00'),
        qui: 'ligne de commande (essai)',
      })
      const lignes = await runQuery(
        base.connection,
        sql`SELECT DISTINCT numero_unique AS numero, numero_unique_rapproche AS cite FROM demandes_versions
          WHERE numero_unique_rapproche IS NOT NULL`,
        { numero: texte, cite: texte },
      )
      suivis.push(Object.fromEntries(lignes.map(({ numero, cite }) => [numero, cite])))
    }
    return { suivis }
  })

  it.each(CITES.map(([titre, cite, dernier], i) => [titre, i, cite, dernier] as const))('%s', (_, i, cite, dernier) => {
    const vus = purgee().suivis.map((suivi) => suivi[numero(20 + i)])
    expect(vus).toEqual(JOURS.map((au) => (dernier === null || au <= dernier ? cite : PURGE)))
  })
})
