import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { type Jour, jourDuNumero, type Mois } from '../../ingest/socle/jour.ts'

/** What departs from the law of the lag: old leases recorded in a day, a whole base in a day, nothing for a while. */
export const SORTES = ['RATTRAPAGE', 'REPRISE', 'SILENCE'] as const

export type Sorte = (typeof SORTES)[number]

/** As it is told: its day (a silence's first), and how many leases were recorded that day, or how many days were silent. */
export interface Irregularite {
  readonly sorte: Sorte
  readonly date: Jour
  readonly nombre: number
}

/** An irregularity of a guichet's records, or of all that are looked at together. Days are counted from 1970. */
export interface Episode {
  readonly sorte: Sorte
  /** Null: of all; '' of those that name none. */
  readonly guichet: string | null
  readonly debut: number
  /** Included; the same day but for a silence. */
  readonly fin: number
  readonly nombre: number
  /** Leases of each month of signature that it bears on: recorded by it, or expected during it. */
  readonly parMois: ReadonlyMap<Mois, number>
}

const cleDe = ({ sorte, debut, fin }: Episode): string => `${sorte} ${debut} ${sorte === 'SILENCE' ? fin : ''}`

/** The irregularities that bear on a month, as they are told: what guichets did on the same day is told once. */
export const irregularitesDe = (episodes: readonly Episode[], mois: Mois): Irregularite[] =>
  [...grouperPar(episodes, cleDe).values()]
    .filter((groupe) => groupe.some(({ parMois }) => parMois.has(mois)))
    .map((groupe) => {
      const { sorte, debut } = groupe[0] as Episode
      const nombres = groupe.map(({ nombre }) => nombre)
      const nombre = sorte === 'SILENCE' ? Math.max(...nombres) : nombres.reduce((a, b) => a + b, 0)
      return { sorte, date: jourDuNumero(debut), nombre }
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
