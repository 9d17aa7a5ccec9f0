import type { Composante, Indicateur } from '../indicateur.ts'
import type { Motif } from '../resultat.ts'
import type { Lacunes } from './lacunes.ts'

/** `a|b` is empty only where both are. */
export const estVide = (colonne: string, vides: ReadonlySet<string>): boolean =>
  colonne.split('|').every((nom) => vides.has(nom))

export const nommer = (colonne: string): `COLONNE_VIDE ${string}` =>
  `COLONNE_VIDE ${(colonne.split('|')[0] ?? colonne).replace(/^(s0|s_moins)\./, '')}`

/** The fields or rules that can be checked: those with an empty column are left out. */
export const verifiables = (composantes: readonly Composante[], { vides }: Lacunes): readonly Composante[] =>
  composantes.filter(({ colonnes }) => !colonnes.some((colonne) => estVide(colonne, vides)))

/** What to name where none of an indicator's fields or rules can be checked. */
const listeVide = (listees: readonly Composante[], lacunes: Lacunes): string | undefined =>
  verifiables(listees, lacunes).some(({ aVerifier }) => !aVerifier) ? undefined : listees[0]?.colonnes[0]

/** Why an indicator has no value in a month; null where it has one. */
export const motifNonMesurable = (indicateur: Indicateur, lacunes: Lacunes): Motif | null => {
  const { composantes, aucuneDe, colonnes, autresColonnes = [] } = indicateur
  const premiereVide = (noms: readonly string[]) => noms.find((nom) => estVide(nom, lacunes.vides))
  const listees = composantes ?? aucuneDe
  const vide = premiereVide(colonnes) ?? (listees && listeVide(listees, lacunes)) ?? premiereVide(autresColonnes)
  return vide === undefined ? indicateur.relation.motif(indicateur, lacunes) : nommer(vide)
}
