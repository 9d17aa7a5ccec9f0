import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import type { Sort } from '../cas.ts'
import { cellule, demandeDe, type Valeurs } from './valeurs.ts'

/** One of the records that a written row makes: several where it falls to pieces. */
export interface Morceau {
  readonly sort: Sort
  readonly numero: string | null
  readonly nom: string | null
}

/** A row as it is written: the text without its last line end, and what it is to be read as, one a line that begins a record. */
export interface LigneEcrite {
  readonly texte: string
  readonly morceaux: readonly Morceau[]
  readonly completee?: boolean
  /** What it opens must be met at once by a record: an ordinary row is to follow. */
  readonly ouverte?: boolean
}

/** What a row is written with. */
export interface Atelier {
  readonly hasard: Hasard
  readonly noms: readonly string[]
  readonly separateur: string
  /** A line end, of any kind. */
  readonly fin: () => string
  readonly rang: number
  /** Numéros already accepted. */
  readonly acceptes: readonly string[]
}

export const morceau = (sort: Sort, { numero_unique, nom }: Valeurs, connu = true): Morceau => ({
  sort,
  numero: numero_unique ?? null,
  nom: connu ? (nom ?? null) : null,
})

/** The cells of a row, each written as it must be, some in quotes by chance. */
export const cellulesDe = ({ hasard, noms, separateur }: Atelier, valeurs: Valeurs): string[] => {
  const part = hasard.chance(0.1) ? 1 : 0.05
  return noms.map((nom) => cellule(valeurs[nom] ?? '', separateur, hasard.chance(part)))
}

/** A row with some values of its own. */
export const ligneDe = (atelier: Atelier, sort: Sort, autres: Valeurs = {}): LigneEcrite => {
  const valeurs = { ...demandeDe(atelier.hasard, atelier.rang), ...autres }
  return { texte: cellulesDe(atelier, valeurs).join(atelier.separateur), morceaux: [morceau(sort, valeurs)] }
}

/** A row where the cell of one column is written as given, whatever the rules. */
export const ligneBrute = (atelier: Atelier, sort: Sort, nom: string, brut: string, connu = false): LigneEcrite => {
  const valeurs = demandeDe(atelier.hasard, atelier.rang)
  const cellules = cellulesDe(atelier, valeurs)
  cellules[atelier.noms.indexOf(nom)] = brut
  return { texte: cellules.join(atelier.separateur), morceaux: [morceau(sort, valeurs, connu)] }
}
