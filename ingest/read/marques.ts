/** How records are written once read: marks that stand in no text, one record a line. */
export const MARQUES = {
  /** Begins a line whose quotes are ill-formed, as it stands in the file. */
  guillemets: '\x1c',
  /** A line end within a cell. */
  finDeLigne: '\x1d',
  /** Begins a record whose quotes are taken off. */
  enregistrement: '\x1e',
  /** Separates its cells. */
  separateur: '\x1f',
  /** Is none: with it as separator, the engine takes a line for one field. */
  aucun: '\x01',
} as const

/** The bytes of those marks: where a file holds one, it is read as a space. */
export const OCTETS_DES_MARQUES: readonly number[] = Object.values(MARQUES).map((marque) => marque.charCodeAt(0))
