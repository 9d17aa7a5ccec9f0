import { entitesDe } from '../engine/agreger.ts'
import type { Entite, Registre } from '../engine/registre.ts'
import { NIVEAUX, type Niveau } from '../resultat.ts'
import type { Saisie } from './saisie.ts'

/** An entity of a level, with the attributions recorded by its guichets. */
export interface Groupe {
  readonly niveau: Niveau
  readonly entite: Entite
  readonly saisies: readonly Saisie[]
}

/** The entities that recorded some attribution, the territory always; a guichet the register lacks counts for itself. */
export const groupesDe = (saisies: readonly Saisie[], registre: Registre, territoire: string): Groupe[] =>
  NIVEAUX.flatMap((niveau) => {
    const champ = { GUICHET: 'code', SERVICE: 'service_code', CATEGORIE: 'categorie' } as const
    const parEntite = new Map<string, Saisie[]>()
    for (const ligne of saisies) {
      const guichet = registre.guichets.get(ligne.guichet ?? '')
      const cle = niveau === 'TERRITOIRE' ? territoire : guichet?.[champ[niveau]]
      if (!cle) continue
      const siennes = parEntite.get(cle)
      if (siennes) siennes.push(ligne)
      else parEntite.set(cle, [ligne])
    }
    return entitesDe(registre, niveau, territoire).flatMap((entite) => {
      const siennes = parEntite.get(entite.code)
      return siennes || niveau === 'TERRITOIRE' ? [{ niveau, entite, saisies: siennes ?? [] }] : []
    })
  })
