import { formatNombre } from './format.ts'

const MOTS = [
  ...['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize'],
  ...['quatorze', 'quinze', 'seize'],
]

/** « une alerte », « 2 alertes »: in French, plural starts at two. */
export const accord = (n: number, singulier: string, pluriel = `${singulier}s`): string =>
  Math.abs(n) < 2 ? singulier : pluriel

/** « 3 alertes », « 0 alerte ». */
export const compte = (n: number, singulier: string, pluriel?: string): string =>
  `${formatNombre(n)}\u00a0${accord(n, singulier, pluriel)}`

/** A small number in letters, as a sentence tells it; in figures past sixteen. */
export const enLettres = (n: number, genre: 'm' | 'f' = 'm'): string =>
  n === 1 && genre === 'f' ? 'une' : (MOTS[n] ?? formatNombre(n))

/** « Les 200 premiers », « La première »: the head of a list that is cut. */
export const lesPremiers = (n: number, feminin = false): string => {
  if (n === 1) return feminin ? 'La première' : 'Le premier'
  return `Les ${formatNombre(n)}\u00a0${feminin ? 'premières' : 'premiers'}`
}

export const capitale = (texte: string): string => texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1)

/** « a, b et c ». */
export const enumerer = (termes: readonly string[]): string =>
  termes.length < 2 ? (termes[0] ?? '') : `${termes.slice(0, -1).join(', ')} et ${termes.at(-1)}`

/** The label inside a sentence: its first letter small, but for an acronym. */
export const dansPhrase = (libelle: string): string =>
  /^\p{Lu}{2}/u.test(libelle) ? libelle : libelle.charAt(0).toLocaleLowerCase('fr') + libelle.slice(1)

const VOYELLE = /^(?:[AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ]|H[yéèêiîô])/i

/** « d’Arles », « du Rove », « des Pennes-Mirabeau », « de La Ciotat » : « de » as it stands before a place's name. */
export const deNom = (nom: string): string => {
  if (nom.startsWith('Le ')) return `du ${nom.slice(3)}`
  if (nom.startsWith('Les ')) return `des ${nom.slice(4)}`
  return VOYELLE.test(nom) ? `d’${nom}` : `de ${nom}`
}
