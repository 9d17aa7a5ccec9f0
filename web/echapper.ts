const SIGNES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as HTML or an attribute's value, for what is written without JSX. */
export const echapper = (texte: string): string => texte.replace(/[&<>"']/g, (signe) => SIGNES[signe] ?? signe)
