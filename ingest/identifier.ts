import type { Entree } from './entree.ts'
import type { OptionsImport } from './options.ts'
import { InstantaneRefuse } from './socle/erreur.ts'
import { estJour, type Jour } from './socle/jour.ts'

/** Whose snapshot it is, and of which day. */
export interface Instantaneite {
  readonly territoire: string
  readonly date: Jour
}

const textIn = (valeur: unknown): string =>
  typeof valeur === 'string' || typeof valeur === 'number' ? String(valeur).trim() : ''

/** « 13 », 13 and « 013 » are one territory; « 2a » is « 02A ». */
const territoireDe = (valeur: unknown): string => {
  const texte = textIn(valeur).toUpperCase()
  return /^[0-9A-Z]{1,2}$/.test(texte) ? texte.padStart(3, '0') : texte
}

const exigerAccord = (quoi: string, saisi: string, ecrit: string, nom: string): void => {
  if (saisi !== '' && ecrit !== '' && saisi !== ecrit)
    throw new InstantaneRefuse(
      'CARTE_CONTREDITE',
      `${quoi} qui est demandé (${saisi}) n’est pas celui qu’écrit ${nom} (${ecrit}) : vérifier le fichier choisi, ou ne pas le préciser.`,
      { saisi, ecrit },
    )
}

/** Whose snapshot it is, and of which day: as the options or `instantane.json` say, which may not contradict each other. */
export const identifier = (
  { carte, nom }: Entree,
  options: Pick<OptionsImport, 'territoire' | 'date' | 'aujourdhui'>,
): Instantaneite => {
  exigerAccord('Le territoire', territoireDe(options.territoire), territoireDe(carte.territoire), nom)
  exigerAccord('Le jour', textIn(options.date), textIn(carte.date), nom)
  const territoire = territoireDe(options.territoire) || territoireDe(carte.territoire)
  const date = textIn(options.date) || textIn(carte.date)
  if (territoire === '' || date === '')
    throw new InstantaneRefuse(
      'CARTE_ABSENTE',
      `Le territoire ou la date de ${nom} n’est pas connu : ajouter instantane.json, ou donner le territoire et la date.`,
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
      `La date ${date} est dans l’avenir : la corriger dans instantane.json, ou donner la bonne.`,
      { date },
    )
  return { territoire, date }
}
