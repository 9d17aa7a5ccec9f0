/** What a text of SQL is made of where a parameter cannot stand: strings, quoted names, comments. */
const TUS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$/g

const DEUX_POINTS = /(?<![:\w])(:)(?=(?:mois|instantane|guichet)\b)/g

/** A query whose parameters, written `:mois`, are as the engine writes them, `$mois`; every position stays. */
export const unifierParametres = (texte: string): string => {
  let ecrit = ''
  let dernier = 0
  for (const { 0: tu, index } of texte.matchAll(TUS)) {
    ecrit += texte.slice(dernier, index).replace(DEUX_POINTS, '$$') + tu
    dernier = index + tu.length
  }
  return ecrit + texte.slice(dernier).replace(DEUX_POINTS, '$$')
}
