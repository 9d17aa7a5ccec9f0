import { CALIBRAGE } from './calibrage.ts'
import { GESTIONNAIRE, type Guichet, PORTAIL } from './guichet.ts'
import type { Hasard } from './hasard.ts'
import { prepareTirage, tirer } from './tirage.ts'

/** Which guichet does an act, as a rank in the register. */
export interface Routes {
  readonly portail: number
  readonly gestionnaire: number
  enregistrement(hasard: Hasard): number
  /** Renewal, change or departure of a demande registered at `guichet`. */
  suite(guichet: number, hasard: Hasard): number
  attribution(hasard: Hasard): number
}

export const createRoutes = (registre: readonly Guichet[]): Routes => {
  const actes = prepareTirage(registre.map((g) => g.part))
  const attributions = prepareTirage(registre.map((g) => g.partAttributions))
  const portail = registre.findIndex((g) => g.code === PORTAIL)
  return {
    portail,
    gestionnaire: registre.findIndex((g) => g.code === GESTIONNAIRE),
    enregistrement: (hasard) => (hasard.arrive(CALIBRAGE.partPortail) ? portail : tirer(actes, hasard)),
    suite: (guichet, hasard) => {
      const x = hasard.nombre()
      if (guichet === portail) return x < CALIBRAGE.suitesPortailDuPortail ? portail : tirer(actes, hasard)
      if (x < CALIBRAGE.suitesMemeGuichet) return guichet
      return x < CALIBRAGE.suitesMemeGuichet + CALIBRAGE.suitesPortailDuGuichet ? portail : tirer(actes, hasard)
    },
    attribution: (hasard) => tirer(attributions, hasard),
  }
}
