import type { Equilibre } from './calibrer.ts'
import type { NatureDeChangement } from './changements/changement.ts'
import type { Guichet } from './guichet.ts'
import type { Monde } from './monde.ts'
import { seuilDe, type Verdict, verdictDe } from './seuils.ts'
import { mesuresDe } from './taux.ts'

interface Figure {
  readonly guichet: string
  readonly categorie: string
  readonly indicateur: string
  readonly seuil: number | null
}

/** A figure of a guichet, the same throughout. */
export interface TauxVrai extends Figure {
  /** A share, or a median in days. */
  readonly taux: number
  /** Null between the threshold and 1.5 times it, without threshold, and for guichets that have no state. */
  readonly verdict: Verdict | null
}

/** A figure before and after the day on which its guichet changed. */
export interface TauxChange extends Figure {
  readonly nature: NatureDeChangement
  readonly jour: number
  readonly avant: number
  readonly apres: number
  readonly verdictAvant: Verdict | null
  readonly verdictApres: Verdict | null
}

const aUnEtat = (g: Guichet): boolean =>
  g.categorie !== 'PORTAIL' && g.categorie !== 'GESTIONNAIRE' && g.fermeture === 0

/** Two computations of one figure may differ by a rounding. */
const estEgal = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6

/** What irregular records move, whatever the guichet's practice. */
const MOUVANTES: ReadonlySet<string> = new Set(['delai_attribution', 'attributions_hors_delai'])

/** What a figure successively is, from the first period of its guichet to the last. */
interface Suite {
  readonly rang: number
  readonly guichet: Guichet
  readonly indicateur: string
  readonly valeurs: readonly number[]
}

const suites = (monde: Monde, annee: number, equilibre: Equilibre): Suite[] =>
  monde.guichets.flatMap((guichet, rang) => {
    const mesures = (monde.periodes[rang] ?? []).map(({ pratique }) =>
      mesuresDe(monde, guichet, pratique, annee, equilibre),
    )
    return Object.keys(mesures[0] ?? {}).map((indicateur) => ({
      rang,
      guichet,
      indicateur,
      valeurs: mesures.map((m) => m[indicateur] ?? 0),
    }))
  })

const figure = ({ guichet, indicateur }: Suite, { seuils }: Monde): Figure => ({
  guichet: guichet.code,
  categorie: guichet.categorie,
  indicateur,
  seuil: seuilDe(seuils, indicateur),
})

const verdict = ({ guichet, indicateur }: Suite, { seuils }: Monde, valeur: number): Verdict | null =>
  aUnEtat(guichet) ? verdictDe(seuilDe(seuils, indicateur), valeur) : null

const estConstante = ({ valeurs }: Suite): boolean => valeurs.every((v) => estEgal(v, valeurs[0] as number))

/** The day on which a guichet enters each of its periods but the first, and what brings it there. */
const etapes = (monde: Monde, rang: number) =>
  monde.changements.filter(({ guichet }) => guichet === rang).toSorted((a, b) => a.jour - b.jour)

/** Each guichet's true figures that hold throughout; those that a catch-up or a silence moves are left out. */
export const tauxVrais = (monde: Monde, annee: number, equilibre: Equilibre): TauxVrai[] => {
  const { rattrapages, silences } = monde.irregularites
  const bouge = ({ rang, indicateur }: Suite) =>
    MOUVANTES.has(indicateur) && (silences.has(rang) || rattrapages.get(rang)?.acte === 'ATTRIBUTION')
  return suites(monde, annee, equilibre)
    .filter((suite) => estConstante(suite) && !bouge(suite))
    .map((suite) => {
      const taux = suite.valeurs[0] as number
      return { ...figure(suite, monde), taux, verdict: verdict(suite, monde, taux) }
    })
}

/** Each guichet's true figures that do not hold throughout, one entry for each day on which one changes. */
export const tauxChanges = (monde: Monde, annee: number, equilibre: Equilibre): TauxChange[] =>
  suites(monde, annee, equilibre)
    .filter((suite) => !estConstante(suite))
    .flatMap((suite) =>
      etapes(monde, suite.rang).flatMap(({ nature, jour }, i) => {
        const [avant, apres] = suite.valeurs.slice(i, i + 2) as [number, number]
        if (estEgal(avant, apres)) return []
        const verdicts = {
          verdictAvant: verdict(suite, monde, avant),
          verdictApres: verdict(suite, monde, apres),
        }
        return [{ ...figure(suite, monde), nature, jour, avant, apres, ...verdicts }]
      }),
    )
    .sort((a, b) => a.jour - b.jour)
