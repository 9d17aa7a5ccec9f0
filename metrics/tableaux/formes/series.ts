import { type Jour, type Mois, moisPlus } from '../../../ingest/socle/jour.ts'
import type { CelluleComptee } from '../lire-cellules.ts'
import { type LigneTableau, sommer } from '../reponse.ts'
import { INCONNU } from '../tableau.ts'

interface Serie {
  readonly pas: 1 | 3 | 12
  readonly nombre: number
}

/** The months that a series tells, up to one: quarters end in March, June, September and December, years in December. */
export const moisDeLaSerie = (dernier: Mois, { pas, nombre }: Serie): Mois[] => {
  const reste = Number(dernier.slice(5, 7)) % pas
  return Array.from({ length: nombre }, (_, i) => moisPlus(dernier, -reste - pas * (nombre - 1 - i)))
}

interface Stock {
  readonly total: number
  /** Null where housing was not exported. */
  readonly mutation: number | null
}

const stockDe = (cellules: readonly CelluleComptee[], instantane: Jour | undefined): Stock | null => {
  if (instantane === undefined) return null
  const siennes = cellules.filter((cellule) => cellule.instantane === instantane)
  const compter = (voulue: string) => sommer(siennes.flatMap(({ cle, effectif }) => (cle === voulue ? [effectif] : [])))
  const inconnues = compter(INCONNU)
  const mutation = inconnues > 0 ? null : compter('OUI')
  return { total: inconnues + compter('OUI') + compter('NON'), mutation }
}

/** Stocks at the ends of some months, with their change on the year; a month without S has no row. */
export const suivre = (
  cellules: readonly CelluleComptee[],
  mois: readonly Mois[],
  sDe: ReadonlyMap<Mois, Jour>,
): readonly LigneTableau[] =>
  mois.flatMap((m) => {
    const date = sDe.get(m)
    const stock = stockDe(cellules, date)
    if (date === undefined || stock === null) return []
    const { total, mutation } = stock
    const avant = stockDe(cellules, sDe.get(moisPlus(m, -12)))?.total ?? 0
    return {
      date,
      total,
      mutation,
      hors_mutation: mutation === null ? null : total - mutation,
      evolution_annuelle: avant === 0 ? null : total / avant - 1,
    }
  })
