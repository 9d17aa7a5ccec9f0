import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { entitesDe } from '../engine/agreger.ts'
import type { Entite, Registre } from '../engine/registre.ts'
import { CLES_GUICHET } from '../relations/cles.ts'
import { NIVEAUX, type Niveau } from '../resultat.ts'
import type { Saisie } from './saisie.ts'

/** An entity of a level, with the attributions recorded by its guichets. */
export interface SaisiesEntite {
  readonly niveau: Niveau
  readonly entite: Entite
  readonly saisies: readonly Saisie[]
}

/** The entities that recorded some attribution, the territory always; a guichet the register lacks counts for itself. */
export const saisiesParEntite = (saisies: readonly Saisie[], registre: Registre, territoire: string): SaisiesEntite[] =>
  NIVEAUX.flatMap((niveau) => {
    const parEntite = grouperPar(saisies, ({ guichet }) =>
      niveau === 'TERRITOIRE' ? territoire : CLES_GUICHET.entiteDe(registre, niveau, guichet ?? ''),
    )
    return entitesDe(registre, niveau, territoire).flatMap((entite) => {
      const siennes = parEntite.get(entite.code)
      return siennes || niveau === 'TERRITOIRE' ? [{ niveau, entite, saisies: siennes ?? [] }] : []
    })
  })
