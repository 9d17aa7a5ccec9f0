const LONGUEUR = 18

/** A numéro unique in its four pieces: département, month, order, guichet; null where the text is not one. */
export const morceauxDuNumero = (numero: string): readonly [string, string, string, string] | null =>
  numero.length === LONGUEUR ? [numero.slice(0, 3), numero.slice(3, 7), numero.slice(7, 13), numero.slice(13)] : null

/** A numéro unique within a sentence: its pieces spaced, on one line. */
export const decouperNumero = (numero: string): string => morceauxDuNumero(numero)?.join('\u00a0') ?? numero
