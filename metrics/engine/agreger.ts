import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Indicateur } from '../indicateur.ts'
import type { Niveau } from '../resultat.ts'
import { type Distribution, pool } from '../stats/distribution.ts'
import type { Fait } from './fait.ts'
import type { Entite, Registre } from './registre.ts'

/** Sums of what several guichets, or several months, gave. */
export interface Agregat {
  readonly effectif: number
  readonly numerateur: number
  readonly distribution: Distribution
  readonly details: Readonly<Record<string, number>>
}

export const RIEN: Agregat = { effectif: 0, numerateur: 0, distribution: [], details: {} }

export const additionner = (agregats: readonly Agregat[]): Agregat => {
  const details: Record<string, number> = {}
  for (const agregat of agregats)
    for (const [code, n] of Object.entries(agregat.details)) details[code] = (details[code] ?? 0) + n
  return {
    effectif: agregats.reduce((total, { effectif }) => total + effectif, 0),
    numerateur: agregats.reduce((total, { numerateur }) => total + numerateur, 0),
    distribution: pool(...agregats.map(({ distribution }) => distribution)),
    details: Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

const agregatDe = ({ effectif, numerateur, distribution, details }: Fait): Agregat => ({
  effectif,
  numerateur: numerateur ?? 0,
  distribution: distribution ?? [],
  details: details ?? {},
})

/** The entities of a level, by code. */
export const entitesDe = (registre: Registre, niveau: Niveau, territoire: string): readonly Entite[] => {
  switch (niveau) {
    case 'GUICHET':
      return [...registre.guichets.values()]
    case 'SERVICE':
      return [...registre.services.values()]
    case 'CATEGORIE':
      return [...registre.categories.values()]
    case 'TERRITOIRE':
      return [{ code: territoire, libelle: territoire, categorie: null, date_fermeture: null }]
  }
}

/** Which entity of a level a fact counts for: none where its key is unknown, except for the territory. */
const rattacher =
  ({ relation }: Indicateur, registre: Registre, niveau: Niveau, territoire: string) =>
  (cle: string): string | null | undefined =>
    niveau === 'TERRITOIRE' ? territoire : relation.cles.entiteDe(registre, niveau, cle)

/** An indicator's facts summed by entity of a level. */
export const agreger = (
  indicateur: Indicateur,
  faits: readonly Fait[],
  registre: Registre,
  niveau: Niveau,
  territoire: string,
): ReadonlyMap<string, Agregat> => {
  const entiteDe = rattacher(indicateur, registre, niveau, territoire)
  const groupes = grouperPar(faits, ({ cle }) => entiteDe(cle))
  return new Map([...groupes].map(([entite, siens]) => [entite, additionner(siens.map(agregatDe))]))
}
