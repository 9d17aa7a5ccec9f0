import type { Unite } from '../../ingest/socle/unite.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'

type Mesuree = Pick<LigneIndicateur, 'valeur' | 'ic_bas' | 'ic_haut'>

/** Standard deviations, of the difference of two counts, within which they are the same. */
const ECARTS = 3
/** A change under this share of what the figure was is nothing to tell, however sure. */
const PART_MINIMUM = 0.1

const assezGrand = (avant: number, apres: number): boolean => Math.abs(apres - avant) >= PART_MINIMUM * avant

/**
 * Whether a figure has changed by more than chance: the 95 % intervals of two shares or two medians do not meet; two counts
 * differ by more than three standard deviations. Never where one of the two is not known.
 */
export const aChange = (unite: Unite, avant: Mesuree, apres: Mesuree): boolean => {
  if (avant.valeur === null || apres.valeur === null || !assezGrand(avant.valeur, apres.valeur)) return false
  if (unite === 'nombre') {
    const ecart = Math.abs(apres.valeur - avant.valeur)
    return ecart > ECARTS * Math.sqrt(apres.valeur + avant.valeur)
  }
  if (avant.ic_bas === null || avant.ic_haut === null || apres.ic_bas === null || apres.ic_haut === null) return false
  return apres.ic_bas > avant.ic_haut || apres.ic_haut < avant.ic_bas
}
