/** Laid out as cards on a phone, a table would lose its roles: they are written out. */
export const ROLES = {
  table: { role: 'table' },
  groupe: { role: 'rowgroup' },
  rangee: { role: 'row' },
  intitule: { role: 'columnheader' },
  tete: { role: 'rowheader' },
  cellule: { role: 'cell' },
} as const
