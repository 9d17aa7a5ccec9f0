import { type Etat, estJuge, statutAffiche } from './etats.ts'
import { grouper, quantile, tableau } from './table.ts'

/** A line of the truth's `changements.csv`. */
export type Changement = Readonly<Record<string, string>>

interface Compte {
  plantes: number
  /** Those whose guichet is ever judged, and that is not yet what it becomes the month before. */
  juges: number
  /** Months from the planted one to the first that shows it: 0 is the same month. */
  readonly mois: number[]
}

const comptes = new Map<string, Compte>()

/** `AAAA-MM` as months from year 0. */
const rang = (mois: string): number => Number(mois.slice(0, 4)) * 12 + Number(mois.slice(5, 7))
const moisDe = (date: string): string => date.split('/').reverse().slice(0, 2).join('-')

const SENS = [
  ['devient mauvais : mois jusqu’à l’alerte', 'honest', 'bad'],
  ['devient honnête : mois jusqu’à la fin de l’alerte', 'bad', 'honest'],
] as const

/** For each change of verdict, the months until the state that is shown follows. */
export const compterChangements = (changements: readonly Changement[], etats: readonly Etat[]): void => {
  const parCle = grouper(etats, (e) => `${e.guichet} ${e.indicateur}`)
  for (const [sens, avant, apres] of SENS)
    for (const c of changements) {
      if (c.verdict_avant !== avant || c.verdict_apres !== apres) continue
      const cle = `${sens} | ${c.indicateur}`
      const compte = comptes.get(cle) ?? { plantes: 0, juges: 0, mois: [] }
      comptes.set(cle, compte)
      compte.plantes += 1
      const siens = (parCle.get(`${c.guichet} ${c.indicateur}`) ?? []).toSorted((a, b) => rang(a.mois) - rang(b.mois))
      const date = rang(moisDe(c.date ?? ''))
      const enAlerte = (e: Etat) => statutAffiche(e) === 'ALERTE'
      const suite = siens.filter((e) => rang(e.mois) >= date && estJuge(e))
      const veille = siens.find((e) => rang(e.mois) === date - 1)
      if (suite.length === 0 || veille === undefined || enAlerte(veille) !== (avant === 'bad')) continue
      compte.juges += 1
      const vu = suite.find((e) => enAlerte(e) === (apres === 'bad'))
      if (vu !== undefined) compte.mois.push(rang(vu.mois) - date)
    }
}

const ligne = (nom: string, { plantes, juges, mois }: Compte): (string | number)[] => [
  ...[nom, plantes, juges, mois.length],
  ...[quantile(mois, 0.5) ?? '–', quantile(mois, 0.9) ?? '–', mois.filter((n) => n <= 3).length],
]

export const direChangements = (): string =>
  SENS.map(([sens]) => {
    const siens = [...comptes].filter(([cle]) => cle.startsWith(sens)).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const tous: Compte = { plantes: 0, juges: 0, mois: siens.flatMap(([, { mois }]) => mois) }
    for (const [, { plantes, juges }] of siens) {
      tous.plantes += plantes
      tous.juges += juges
    }
    return tableau(
      [sens, 'plantés', 'jugés', 'vus avant la fin', 'médiane', '9ᵉ décile', 'en trois mois'],
      [...siens.map(([cle, compte]) => ligne(cle.split(' | ')[1] ?? '', compte)), ligne('**ensemble**', tous)],
    )
  }).join('\n\n')
