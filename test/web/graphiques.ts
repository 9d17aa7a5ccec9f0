import { formatRepere } from '../../ingest/socle/francais/format.ts'
import { serie } from '../../metrics/stats/serie.ts'
import { moisFixture } from './fixtures.ts'

export const NOM = 'Mairie <b onload="x"> & « fils »'

export const points = serie(
  moisFixture.map((mois, i) => ({
    mois,
    valeur: i === 7 ? null : i > 21 ? 0.3 : 0.05 + (i % 3) / 100,
    n: 100,
    en_cours: false,
  })),
  'part',
)

export const tick = (v: number): string => formatRepere('part', v)

export const delais = Array.from({ length: 60 }, (_, i) => ({ valeur: 3 * i, n: 60 - i }))
