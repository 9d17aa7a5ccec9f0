import { type Contexte, peutOuvrir } from '../contexte.ts'
import { GESTION, type Rubrique, rubriquesDe } from '../rubriques.ts'

/** A heading of a person's menu, and the tabs under it: itself first, none where it stands alone. */
export interface Entree extends Rubrique {
  readonly onglets: readonly Rubrique[]
}

/** Whether a page is offered: it is the person's and, for territories beside one another, they hold several. */
const estOfferte = (contexte: Contexte, { chemin }: Rubrique): boolean =>
  peutOuvrir(contexte, chemin) && (chemin !== '/territoires' || contexte.territoires.length > 1)

/** The menu of a person: only what is theirs. Under a heading that is not, what stood there takes its place. */
export const menuDe = (contexte: Contexte): Entree[] =>
  rubriquesDe(contexte.personne?.role).flatMap((rubrique) => {
    const sous = (rubrique.sous ?? []).filter((une) => estOfferte(contexte, une))
    if (!estOfferte(contexte, rubrique)) return sous.map((une) => ({ ...une, onglets: [] }))
    return [{ ...rubrique, onglets: sous.length === 0 ? [] : [rubrique, ...sous] }]
  })

/** What is tended now and then, in the menu of the account. */
export const gestionDe = (contexte: Contexte): Rubrique[] => GESTION.filter((une) => estOfferte(contexte, une))

/** Every page that a person's menus lead to, those under another included. */
export const pagesDuMenu = (contexte: Contexte): Rubrique[] => [
  ...menuDe(contexte).flatMap((entree) => (entree.onglets.length === 0 ? [entree] : entree.onglets)),
  ...gestionDe(contexte),
]

/** What the page of guichets is called: a guichet has its own figures there. */
export const nomDuSuivi = ({ personne }: Contexte): string =>
  personne?.role === 'guichet' ? 'Mes chiffres' : 'Suivi des guichets'

/** Whether the page shown is this one, or a page under its address. */
export const estIci = ({ chemin: ici }: Contexte, { chemin }: Rubrique): boolean =>
  ici === chemin || (chemin !== '/' && ici.startsWith(`${chemin}/`))

/** The heading whose tabs the page shown is one of; null where it is none's. */
export const entreeDe = (contexte: Contexte): Entree | null =>
  menuDe(contexte).find(({ onglets }) => onglets.some(({ chemin }) => chemin === contexte.chemin)) ?? null
