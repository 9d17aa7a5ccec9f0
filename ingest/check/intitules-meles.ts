import { InstantaneRefuse } from '../socle/erreur.ts'

/** Digits in a row that no heading has, but a numéro unique, a NIR or a telephone. */
const NUMERO = /\d{10}/

/** A day, an amount, a telephone: digits and what stands among them, and no word. */
const VALEUR = /^[\d\s.,/:€+-]+$/
/** « 2024 » may head a column; a day or an amount with its cents has more. */
const CHIFFRES_MINIMUM = 5

export const porteUnNumero = (intitule: string): boolean => NUMERO.test(intitule.replace(/\s/g, ''))

const estValeur = (intitule: string): boolean =>
  porteUnNumero(intitule) || (VALEUR.test(intitule) && intitule.replace(/\D/g, '').length >= CHIFFRES_MINIMUM)

/** Whether headings that no column has are cells of a row, which a line end lost has joined to them. */
export const tiennentDesValeurs = (intitules: readonly string[]): boolean => intitules.some(estValeur)

/** A heading told without its words. */
export const direParRang = (rang: number): string => `colonne ${rang + 1}`

/** Refuses headings that took a demande with them: it would be lost, and its cells kept as names of columns. */
export const refuserIntitulesMeles = ({ numeroPris }: { readonly numeroPris: boolean }, nomFichier: string): void => {
  if (numeroPris)
    throw new InstantaneRefuse(
      'INTITULES_MELES',
      `Dans ${nomFichier}, la ligne des intitulés tient aussi un numéro : elle a perdu sa fin, et une ligne de données s’y trouve prise. Remettre les intitulés seuls sur leur ligne, puis recommencer.`,
      { fichier: nomFichier },
    )
}
