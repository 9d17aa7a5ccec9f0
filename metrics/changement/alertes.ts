import { type Mois, moisPlus } from '../../ingest/socle/jour.ts'
import type { LigneIndicateur } from '../resultat.ts'

/** A state of an entity for an indicator, with its value and the interval of it. */
interface Ligne
  extends Pick<LigneIndicateur, 'niveau' | 'entite' | 'indicateur' | 'statut_affiche' | 'valeur' | 'ic_haut'> {
  /** The value is that of twelve months: it is compared with none of a month. */
  readonly surDouzeMois?: boolean
}

/** A line of both months; null where one of them has none. */
export interface Passage<L> {
  readonly avant: L | null
  readonly apres: L | null
}

/** The alerts of a month beside those of one before: each is in one of the first three, and `aggravees` are of `durent`. */
export interface ChangementDesAlertes<L> {
  readonly entrees: readonly Passage<L>[]
  readonly durent: readonly Passage<L>[]
  readonly sorties: readonly Passage<L>[]
  /** Standing, and whose value is above the interval that it had. */
  readonly aggravees: readonly Passage<L>[]
}

/** Months after which a month is too old for an alert to be said new since. */
const MOIS_AU_PLUS = 3

/** The latest month before one that has states, within three; null where there is none. */
export const moisCompare = (mois: Mois, avecEtats: readonly Mois[]): Mois | null =>
  avecEtats
    .filter((m) => m < mois && m >= moisPlus(mois, -MOIS_AU_PLUS))
    .toSorted()
    .at(-1) ?? null

const cleDe = ({ niveau, entite, indicateur }: Ligne): string => `${niveau}|${entite}|${indicateur}`

const enAlerte = (ligne: Ligne | null): boolean => ligne?.statut_affiche === 'ALERTE'

/** Whether both values are of a month, or both of twelve. */
const estComparable = ({ avant, apres }: Passage<Ligne>): boolean =>
  avant !== null && apres !== null && (avant.surDouzeMois ?? false) === (apres.surDouzeMois ?? false)

const estAggravee = <L extends Ligne>(passage: Passage<L>): boolean => {
  const { avant, apres } = passage
  return (
    estComparable(passage) &&
    typeof avant?.ic_haut === 'number' &&
    typeof apres?.valeur === 'number' &&
    apres.valeur > avant.ic_haut
  )
}

/** What entered, stands and has gone between two months, line by line. */
export const comparerAlertes = <L extends Ligne>(avant: readonly L[], apres: readonly L[]): ChangementDesAlertes<L> => {
  const [jadis, maintenant] = [new Map(avant.map((l) => [cleDe(l), l])), new Map(apres.map((l) => [cleDe(l), l]))]
  const passages = [...new Set([...maintenant.keys(), ...jadis.keys()])].map((cle) => ({
    avant: jadis.get(cle) ?? null,
    apres: maintenant.get(cle) ?? null,
  }))
  const durent = passages.filter((p) => enAlerte(p.avant) && enAlerte(p.apres))
  return {
    entrees: passages.filter((p) => !enAlerte(p.avant) && enAlerte(p.apres)),
    durent,
    sorties: passages.filter((p) => enAlerte(p.avant) && !enAlerte(p.apres)),
    aggravees: durent.filter(estAggravee),
  }
}
