import type { Colonne } from './colonne.ts'
import type { Valeur } from './valeur.ts'

/** The columns of a row, by name, in their order. */
export type Forme = Readonly<Record<string, Colonne>>

/** A row of that form, as it is read. */
export type LigneDe<F extends Forme> = {
  readonly [Nom in keyof F]: F[Nom] extends Colonne<infer T> ? T : never
}

/**
 * A reader of rows of a form, from the names of the columns that come.
 *
 * @throws TypeError where a column is missing, or a cell is of another kind: the message names the column, never the value.
 */
export const lecteurDe = <F extends Forme>(forme: F, noms: readonly string[]) => {
  const places = Object.entries(forme).map(([nom, colonne]) => {
    const rang = noms.indexOf(nom)
    if (rang < 0) throw new TypeError(`la colonne ${nom} manque`)
    return { nom, colonne, rang }
  })
  return (cellules: readonly Valeur[]): LigneDe<F> => {
    const ligne: Record<string, unknown> = {}
    for (const { nom, colonne, rang } of places)
      try {
        ligne[nom] = colonne.lire(cellules[rang] ?? null)
      } catch (cause) {
        throw new TypeError(`colonne ${nom} : ${cause instanceof Error ? cause.message : ''}`)
      }
    return ligne as LigneDe<F>
  }
}
