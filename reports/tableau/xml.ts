const NOMS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Text as XML holds it, in an element or between double quotes. */
export const echapper = (texte: string): string => texte.replace(/[&<>"]/g, (signe) => NOMS[signe] ?? signe)

/** What XML 1.0 cannot hold, and a lone carriage return, which it would read as a new line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are the very matter
export const INTERDITS = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
