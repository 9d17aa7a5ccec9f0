import { estCalendaire, texteDuJour } from './jours.ts'
import { normaliserCode, sansAccents } from './normaliser.ts'

const MOTS_VIDES = new Set([
  ...'NULL (NULL) \\N NAN N/A NA NC NR NSP ? - -- #N/A #N/D #NUL! #NULL! #REF! #VALEUR! #VALUE! #NOM? #NAME? #DIV/0!'.split(
    ' ',
  ),
  ...['NON RENSEIGNE', 'NON RENSEIGNEE', 'NON RENSEIGNE(E)', 'NON CONNU', 'NON CONNUE', 'INCONNU', 'INCONNUE'],
  'A COMPLETER',
])

/** A cell without its spaces, nor what a spreadsheet puts around it to keep it as text. */
const nue = (cellule: string): string => {
  const texte = cellule.trim()
  if (texte.startsWith("'")) return texte.slice(1).trim()
  return /^=".+"$/s.test(texte) ? texte.slice(2, -1).trim() : texte
}

/** Whether a cell is a word that stands for nothing; « NA » is a name where a name is asked. */
export const estMotVide = (cellule: string, colonne = ''): boolean => {
  const mot = sansAccents(nue(cellule)).toUpperCase()
  return MOTS_VIDES.has(mot) && !(mot === 'NA' && /^(conjoint_)?(nom|prenom)/.test(colonne))
}

/** What a cell says: `null` is empty or unreadable; the caller knows which from the text. */
export const texteOuNull = (cellule: string, colonne = ''): string | null => {
  const texte = nue(cellule)
  return texte === '' || estMotVide(texte, colonne) ? null : texte
}

const HEURE = /^(\S+?)(?:[ T]\s*\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

export const lireDate = (texte: string): string | null => {
  const jour = HEURE.exec(texte)?.[1] ?? ''
  const francais = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(jour)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(jour)
  const [a, m, j] = francais ? [francais[3], francais[2], francais[1]] : [iso?.[1], iso?.[2], iso?.[3]]
  const [annee, mois, quantieme] = [Number(a), Number(m), Number(j)]
  return estCalendaire(annee, mois, quantieme) ? texteDuJour(annee, mois, quantieme) : null
}

export const lireNombre = (texte: string): number | null => {
  const chiffres = texte.replace(/€$/, '').replace(/[\s']/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(chiffres) ? Number(chiffres) : null
}

export const lireEntier = (texte: string): number | null => {
  const nombre = lireNombre(texte)
  return nombre !== null && Number.isInteger(nombre) ? nombre : null
}

const VRAI = new Set(['O', 'OUI', '1', 'TRUE', 'VRAI'])
const FAUX = new Set(['N', 'NON', '0', 'FALSE', 'FAUX'])

export const lireBooleen = (texte: string): boolean | null => {
  const mot = texte.toUpperCase()
  if (VRAI.has(mot)) return true
  return FAUX.has(mot) ? false : null
}

export const lireCode = (texte: string, liste: readonly string[]): string | null => {
  const code = normaliserCode(texte)
  return liste.includes(code) ? code : null
}

export const lireInsee = (texte: string): string | null => {
  const code = texte.toUpperCase()
  return /^\d[0-9AB]\d{3}$/.test(code) ? code : null
}

export const lireMois = (texte: string): string | null => (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(texte) ? texte : null)

const NUMERO_UNIQUE = /^[0-9]{2}[0-9AB](0[1-9]|1[0-2])[0-9]{2}[0-9]{6}[0-9A-Z]{5}$/

/** 18 characters, or the 17 that a spreadsheet left of them by eating the first `0`. */
export const lireNumeroUnique = (texte: string): { numero: string; repare: boolean } | null => {
  const numero = texte.toUpperCase()
  if (NUMERO_UNIQUE.test(numero)) return { numero, repare: false }
  return NUMERO_UNIQUE.test(`0${numero}`) ? { numero: `0${numero}`, repare: true } : null
}

/** A numéro that a spreadsheet took for a number: it has lost digits. */
export const aPerduSaPrecision = (texte: string): boolean => /^\d+([.,]\d*)?E\+?\d+$/i.test(texte)

/** An identifier made of digits, without its spaces and a final `,0`. */
const lireIdentifiant =
  (forme: RegExp) =>
  (texte: string): string | null => {
    const lu = texte.replace(/\s/g, '').replace(/[.,]0$/, '')
    return forme.test(lu) ? lu : null
  }

export const lireSiren = lireIdentifiant(/^\d{9}$/)
export const lireRpls = lireIdentifiant(/^[0-9A-Z]{10}$/i)
export const lirePostal = lireIdentifiant(/^\d{5}$/)

export const estSiren = (texte: string | null): boolean => texte !== null && /^\d{9}$/.test(texte)
