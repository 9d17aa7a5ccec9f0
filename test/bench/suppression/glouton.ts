import { type Attaquant, estPetit } from '../../../reports/suppression/attaquant.ts'
import { premiereExposee } from '../../../reports/suppression/bornes.ts'
import type { Publication } from '../../../reports/suppression/publication.ts'

interface Glouton {
  readonly cachees: ReadonlySet<string>
  /** Whether two hidden cells in each sum were enough, as it is often believed. */
  readonly deuxSuffisaient: boolean
}

/** The smallest published cell of a sum, a total last; undefined where nothing is left. */
const plusPetite = (
  { cellules }: Publication,
  cachees: ReadonlySet<string>,
  dans: ReadonlySet<string>,
): string | undefined =>
  cellules
    .filter(({ id, valeur }) => dans.has(id) && valeur > 0 && !cachees.has(id))
    .toSorted((a, b) => (a.poids ?? 1) - (b.poids ?? 1) || a.valeur - b.valeur)[0]?.id

/**
 * What is done by hand: the smallest other cell of each sum where one alone is hidden, until there is none; then, as long
 * as a hidden cell is not safe, the smallest cell of a sum that it is in.
 */
export const glouton = async (publication: Publication, seuil: number, attaquant: Attaquant): Promise<Glouton> => {
  const sommes = publication.relations.map(({ termes }) => new Set(termes.map(([id]) => id)))
  const cachees = new Set(publication.cellules.filter(({ valeur }) => estPetit(valeur, seuil)).map(({ id }) => id))
  const cacherUne = (dans: ReadonlySet<string>): boolean => {
    const id = plusPetite(publication, cachees, dans)
    if (id !== undefined) cachees.add(id)
    return id !== undefined
  }
  const completer = (): void => {
    for (let change = true; change; ) {
      change = false
      for (const somme of sommes)
        if ([...somme].filter((id) => cachees.has(id)).length === 1) change = cacherUne(somme) || change
    }
  }
  completer()
  let deuxSuffisaient = true
  for (;;) {
    const exposee = await premiereExposee(publication, cachees, seuil, attaquant)
    if (exposee === null) return { cachees, deuxSuffisaient }
    deuxSuffisaient = false
    if (!sommes.filter((somme) => somme.has(exposee)).some(cacherUne)) return { cachees, deuxSuffisaient }
    completer()
  }
}
