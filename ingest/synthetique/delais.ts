import { dernierDuMois, type Numero, rangMois } from './calendrier.ts'
import type { Hasard } from './hasard.ts'
import { MOYENNE_AU_DELA, type Pratique } from './pratiques.ts'

/**
 * Days drawn so that a share `longs` exceeds `plafond` (0 is returned for these) and the median of all is `mediane`.
 * Under the ceiling the law is a broken line.
 */
const drawCourt = (mediane: number, plafond: number, longs: number, hasard: Hasard): number => {
  const x = hasard.nombre()
  const milieu = longs < 0.5 ? 0.5 / (1 - longs) : 0.8
  const m = longs < 0.5 ? mediane + 0.5 : plafond * 0.8
  const jours = x < milieu ? (m * x) / milieu : m + (plafond - m) * ((x - milieu) / (1 - milieu)) ** 2
  return Math.min(plafond, Math.floor(jours))
}

/** Days between the lodging and the registration, and whether the lodging was back-dated. */
export const drawDepot = (p: Pratique, hasard: Hasard): number =>
  hasard.arrive(p.depots_retroactifs)
    ? 63 + hasard.entier(300)
    : drawCourt(p.delai_enregistrement, 27, p.depots_retroactifs, hasard)

const FIN_SAISIE = 330

/** The day when a lease signed on `bail` is recorded. */
export const drawSaisie = (bail: Numero, p: Pratique, hasard: Hasard): Numero => {
  if (p.trimestriel) {
    const mois = rangMois(bail)
    return dernierDuMois(mois - (mois % 3) + 2) + 3 + hasard.entier(6)
  }
  if (hasard.arrive(p.attributions_hors_delai))
    return bail + Math.min(FIN_SAISIE, 31 + Math.floor(hasard.attente(MOYENNE_AU_DELA)))
  return bail + drawCourt(p.delai_attribution, 30, p.attributions_hors_delai, hasard)
}
