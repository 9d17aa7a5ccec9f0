import { enJour, type Jour } from '../socle/jour.ts'

export interface FormeNumero {
  readonly depuis: Jour
  readonly source: string
  /** The whole number, in upper case. */
  readonly motif: string
  readonly longueur: number
}

/**
 * The forms that the numéro unique has had. This one holds a département, a month (MMAA), an order and the code of the
 * first guichet; a national number, announced for 2027, will be an entry of its own.
 */
export const FORMES_NUMERO: readonly [FormeNumero, ...FormeNumero[]] = [
  {
    depuis: enJour('2011-03-01'),
    source: 'Arrêté du 9 mars 2011 relatif au numéro unique départemental',
    motif: '[0-9]{2}[0-9AB](0[1-9]|1[0-2])[0-9]{2}[0-9]{6}[0-9A-Z]{5}',
    longueur: 18,
  },
]

const FORMES = FORMES_NUMERO.map(({ motif, longueur }) => ({ regex: new RegExp(`^${motif}$`), longueur }))

/** A numéro unique in upper case, its first zero put back where a spreadsheet ate it; null where the text is none. */
export const lireNumero = (texte: string): string | null => {
  const lu = texte.toUpperCase()
  for (const { regex, longueur } of FORMES) {
    if (regex.test(lu)) return lu
    if (lu.length === longueur - 1 && regex.test(`0${lu}`)) return `0${lu}`
  }
  return null
}

const SEULES = FORMES_NUMERO.map(({ motif }) => new RegExp(motif))
const PLUS_LONGUE = Math.max(...FORMES_NUMERO.map(({ longueur }) => longueur))

/** A day, which is no part of a numéro. */
const UN_JOUR =
  /(?<![0-9A-Z])(?:(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])\/(?:19|20)\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![0-9A-Z])/g

/** What no numéro runs across, however it is grouped: a list of dates, of amounts or of telephones would make one. */
const PONCTUATION = /[,;:()%«»]|\.\s/

const tientUnNumero = (phrase: string): boolean => {
  const mots = phrase.split(/[^0-9A-Z]+/)
  return mots.some((mot, debut) => {
    if (SEULES.some((regex) => regex.test(mot))) return true
    let reunis = mot
    for (let i = debut; reunis.length <= PLUS_LONGUE && i < mots.length; i += 1, reunis += mots[i] ?? '')
      if (lireNumero(reunis) !== null) return true
    return false
  })
}

/** Whether a text that a person typed holds a numéro unique, written in one piece or in groups. */
export const contientNumero = (texte: string): boolean =>
  texte.toUpperCase().replace(UN_JOUR, ';').split(PONCTUATION).some(tientUnNumero)
