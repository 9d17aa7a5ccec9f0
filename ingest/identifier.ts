import type { Entree } from './entree.ts'
import type { OptionsImport } from './options.ts'
import { InstantaneRefuse } from './socle/erreur.ts'
import { estJour, type Jour } from './socle/jour.ts'

const textIn = (valeur: unknown): string =>
  typeof valeur === 'string' ? valeur.trim() : typeof valeur === 'number' ? String(valeur) : ''

/** A territory as it is compared: one or two digits are a département's number, without its zeros. */
const enTerritoire = (texte: string): string => {
  const lu = texte.trim().toUpperCase()
  return /^[0-9]{1,2}$/.test(lu) ? lu.padStart(3, '0') : lu
}

/** What the options say, else the card; both must agree where both speak. */
const accorder = (quoi: string, option: string, dite: string | undefined, carte: string): string => {
  if (dite !== undefined && carte !== '' && dite !== carte)
    throw new InstantaneRefuse(
      'CARTE_CONTREDITE',
      `${quoi} ${option} et instantane.json se contredisent (${dite} et ${carte}) : corriger l’un ou l’autre.`,
      { option: dite, carte },
    )
  return dite ?? carte
}

/** Whose snapshot it is, and of which day: as the options and `instantane.json` say. */
export const identifier = (
  { carte, nom }: Entree,
  options: OptionsImport,
): { readonly territoire: string; readonly date: Jour } => {
  const territoireDit = options.territoire === undefined ? undefined : enTerritoire(options.territoire)
  const territoire = accorder(
    'Pour le territoire,',
    '--territoire',
    territoireDit,
    enTerritoire(textIn(carte.territoire)),
  )
  const date = accorder('Pour la date,', '--date', options.date?.trim(), textIn(carte.date))
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
