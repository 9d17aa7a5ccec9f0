import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'

/**
 * What stands in the place of a hidden number: the national statistics' own sign for « secret statistique ». « n. d. »
 * would say that it is not known, « 1 à 11 » would be false of a number hidden for another, and tell which are.
 */
export const MASQUE = 's'

export const formatEffectif = (valeur: number | null | typeof MASQUE): string =>
  valeur === MASQUE ? MASQUE : formatNombre(valeur)

/** What is to be read under a table that hides something; it says no more of a cell than that it is hidden. */
export const noteDuSecret = (seuil: number): string =>
  fr(
    `s : secret statistique. Effectif de 1 à ${formatNombre(seuil)}, ou masqué pour en protéger un autre ; les parts et les moyennes qui s’en déduiraient le sont aussi. Un zéro est toujours publié.`,
  )
