const MEGA = 2 ** 20

/** What a free query may take: it is stopped beyond. */
export const BORNES = {
  /** Memory of the engine, in megabytes; and what its whole process may hold, in bytes. */
  memoire: 512,
  residente: 900 * MEGA,
  /** What V8 may hold in it, in megabytes. */
  tas: 256,
  /** Rows shown, and rows exported. */
  lignes: 10_000,
  lignesExportees: 100_000,
  /** What the rows may weigh, in bytes. */
  octets: 8 * MEGA,
  octetsExportes: 64 * MEGA,
  /** Of one cell; what is beyond is cut. */
  caracteres: 5000,
  /** Of the text of a query, and how deep its expressions may be. */
  texte: 20_000,
  profondeur: 400,
  /** Milliseconds that a process has to start. */
  demarrage: 20_000,
  /** Queries under way: of one person, and of all. */
  parPersonne: 1,
  ensemble: 2,
} as const
