import type { Entree } from './entree.ts'
import type { OptionsImport } from './options.ts'
import { InstantaneRefuse } from './socle/erreur.ts'
import { estJour, type Jour } from './socle/jour.ts'

const textIn = (valeur: unknown): string => (typeof valeur === 'string' ? valeur.trim() : '')

/** Whose snapshot it is, and of which day: as the options say, else `instantane.json`. */
export const identifier = (
  { carte, nom }: Entree,
  options: OptionsImport,
): { readonly territoire: string; readonly date: Jour } => {
  const territoire = (options.territoire ?? textIn(carte.territoire)).trim().toUpperCase()
  const date = options.date ?? textIn(carte.date)
  if (territoire === '' || date === '')
    throw new InstantaneRefuse(
      'CARTE_ABSENTE',
      `Le territoire ou la date de ${nom} n’est pas connu : ajouter instantane.json, ou donner --territoire et --date.`,
    )
  if (!/^[0-9A-Z]{3}$/.test(territoire))
    throw new InstantaneRefuse(
      'TERRITOIRE_INVALIDE',
      `Le territoire « ${territoire} » n’a pas trois caractères : donner par exemple 013.`,
    )
  if (!estJour(date))
    throw new InstantaneRefuse(
      'DATE_INVALIDE',
      `La date « ${date} » n’est pas un jour du calendrier : l’écrire AAAA-MM-JJ.`,
    )
  if (date > options.aujourdhui)
    throw new InstantaneRefuse(
      'DATE_FUTURE',
      `La date ${date} est dans l’avenir : corriger instantane.json, ou donner --date.`,
    )
  return { territoire, date }
}
