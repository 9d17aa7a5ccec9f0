import { MASQUE } from './afficher.ts'

type Valeur = string | number | boolean | null
type Ligne = Readonly<Record<string, Valeur>>

export interface ColonnesACouvrir<L extends Ligne> {
  /** The id of the count that a column of a row shows; null where it shows none. */
  readonly idDe: (ligne: L, colonne: string) => string | null
  /**
   * What is worked out from counts, with all of these, shown in the table or not: a share from its numerator and its
   * denominator, a mean or a median from its n, a change from two stocks. With a share and one of its two numbers the
   * other is known.
   */
  readonly derives: Readonly<Record<string, (ligne: L) => readonly string[]>>
}

/** The rows with the mark in the place of each hidden count, and of all that is worked out from one. */
export const couvrir = <L extends Ligne>(
  lignes: readonly L[],
  masquees: { readonly has: (id: string) => boolean },
  { idDe, derives }: ColonnesACouvrir<L>,
): readonly Ligne[] =>
  lignes.map((ligne) =>
    Object.fromEntries(
      Object.entries(ligne).map(([colonne, valeur]) => {
        const id = idDe(ligne, colonne)
        const sources = derives[colonne]?.(ligne) ?? []
        const cachee = (id !== null && masquees.has(id)) || sources.some((source) => masquees.has(source))
        return [colonne, cachee ? MASQUE : valeur]
      }),
    ),
  )
