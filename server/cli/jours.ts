import { estJour, type Jour, moisEntiers } from '../../ingest/socle/jour.ts'
import { MauvaisUsage } from './usage.ts'

/** The day that an option says. */
export const lireJour = (texte: string): Jour => {
  if (!estJour(texte)) throw new MauvaisUsage(`« ${texte} » n’est pas un jour : l’écrire AAAA-MM-JJ.`)
  return texte
}

/** The whole months that two options say, as a first and a last day; `suite` ends the sentence of a refusal. */
export const lirePeriode = (
  { debut, fin }: { readonly debut: string; readonly fin: string },
  suite = '',
): { readonly debut: Jour; readonly fin: Jour } => {
  if (!estJour(debut) || !estJour(fin) || moisEntiers(debut, fin) === null)
    throw new MauvaisUsage(
      `La période du ${debut} au ${fin} n’est pas faite de mois entiers : donner un premier et un dernier jour de mois${suite}.`,
    )
  return { debut, fin }
}
