/** Every space of Unicode, the tab, and what passes for a space in files. */
export const BLANCS =
  ' \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff'

/** Takes off what spreadsheets put around a cell to keep it as text: `'0130…`, `="0130…"`. */
export const oterGardes = (cellule: string): string => {
  const nue = cellule.trim()
  if (nue.startsWith("'")) return nue.slice(1).trim()
  return nue.startsWith('="') && nue.endsWith('"') && nue.length > 2 ? nue.slice(2, -1).trim() : nue
}
