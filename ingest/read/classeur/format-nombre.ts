/** How a cell's number is to be read. */
export type Lecture =
  | { readonly sorte: 'nombre' }
  | { readonly sorte: 'date' }
  | { readonly sorte: 'zeros'; readonly zeros: number }

const NOMBRE: Lecture = { sorte: 'nombre' }
const DATE: Lecture = { sorte: 'date' }

/** The formats that files name by a number alone and that show a day, in every language. */
const estDateConnue = (numero: number): boolean =>
  (numero >= 14 && numero <= 17) ||
  numero === 22 ||
  (numero >= 27 && numero <= 31) ||
  numero === 36 ||
  (numero >= 50 && numero <= 54) ||
  numero === 57 ||
  numero === 58

/** A format's code without what it only writes: quoted and escaped text, padding, colours, languages, conditions. */
const depouiller = (code: string): string =>
  code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')

/** What a custom format's code shows. A day or a year makes a date; an `m` alone too, hours apart. */
export const lireFormat = (code: string): Lecture => {
  const [premiere = ''] = depouiller(code).split(';')
  const nu = premiere.toLowerCase()
  if (/^(general|standard|@)?$/.test(nu.trim())) return NOMBRE
  const zeros = /^0{2,15}$/.exec(nu.trim())
  if (zeros) return { sorte: 'zeros', zeros: zeros[0].length }
  if (/[#0?]/.test(nu.replace(/s[.,]0+/g, ''))) return NOMBRE
  if (/[dyj]/.test(nu) || nu.includes('aaaa')) return DATE
  return nu.includes('m') && !/[hs]/.test(nu) ? DATE : NOMBRE
}

export const lireFormatNumerote = (numero: number, propres: ReadonlyMap<number, string>): Lecture => {
  const code = propres.get(numero)
  if (code !== undefined) return lireFormat(code)
  return estDateConnue(numero) ? DATE : NOMBRE
}
