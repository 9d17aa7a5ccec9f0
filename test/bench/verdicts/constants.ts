import { type Etat, estJuge } from './etats.ts'
import { part, tableau } from './table.ts'

/** A true figure that holds throughout, as the truth tells it. */
export interface Taux {
  readonly guichet: string
  readonly indicateur: string
  readonly verdict: 'honest' | 'bad' | null
}

/** What the states said of the guichets that the truth calls bad, and of those it calls honest. */
interface Compte {
  mauvais: number
  trouves: number
  honnetes: number
  accuses: number
}

const vide = (): Compte => ({ mauvais: 0, trouves: 0, honnetes: 0, accuses: 0 })
const comptes = new Map<string, Compte>()

/** A bad guichet with enough to count is found where the last month or its twelve months are in alert; an honest one, accused in any month where they are. */
export const compterConstants = (taux: readonly Taux[], etats: readonly Etat[], dernier: string): void => {
  const verdicts = new Map(taux.map((t) => [`${t.guichet} ${t.indicateur}`, t.verdict]))
  for (const etat of etats.filter(estJuge)) {
    const verdict = verdicts.get(`${etat.guichet} ${etat.indicateur}`)
    const compte = comptes.get(etat.indicateur) ?? vide()
    comptes.set(etat.indicateur, compte)
    const alerte = etat.statut === 'ALERTE' || etat.statut_12_mois === 'ALERTE'
    if (verdict === 'honest') {
      compte.honnetes += 1
      if (alerte) compte.accuses += 1
    }
    if (verdict === 'bad' && etat.mois === dernier) {
      compte.mauvais += 1
      if (alerte) compte.trouves += 1
      else process.stderr.write(`manqué : ${JSON.stringify(etat)}\n`)
    }
  }
}

export const direConstants = (): string => {
  const tous = vide()
  for (const compte of comptes.values())
    for (const cle of ['mauvais', 'trouves', 'honnetes', 'accuses'] as const) tous[cle] += compte[cle]
  const lignes = [...comptes]
    .filter(([, { mauvais, honnetes }]) => mauvais + honnetes > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return tableau(
    ['indicateur', 'mauvais', 'trouvés', 'part', 'mois de guichets honnêtes', 'accusés', 'part'],
    [...lignes, ['**ensemble**', tous] as const].map(([nom, { mauvais, trouves, honnetes, accuses }]) => [
      ...[nom, mauvais, trouves, part(trouves, mauvais)],
      ...[honnetes, accuses, part(accuses, honnetes)],
    ]),
  )
}
