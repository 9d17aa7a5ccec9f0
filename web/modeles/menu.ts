import { type Contexte, peutOuvrir } from '../contexte.ts'
import { ACCESSIBILITE, AIDE, GESTION, type Rubrique, rubriquesDe } from '../rubriques.ts'

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
    const sienne = { ...rubrique, libelle: rubrique.onglet ?? rubrique.libelle }
    return [{ ...rubrique, onglets: sous.length === 0 ? [] : [sienne, ...sous] }]
  })

/** What helps to read a page, at its foot: the statement of accessibility is everybody's. */
export const aideDe = (contexte: Contexte | null): Rubrique[] =>
  AIDE.filter((une) => une.chemin === ACCESSIBILITE || (contexte !== null && estOfferte(contexte, une)))

/** What is tended now and then, and the guide, in the menu of the account. */
export const gestionDe = (contexte: Contexte): Rubrique[] =>
  [...GESTION, ...AIDE.slice(0, 1)].filter((une) => estOfferte(contexte, une))

/** Every page that a person's menus lead to, those under another included. */
export const pagesDuMenu = (contexte: Contexte): Rubrique[] => [
  ...menuDe(contexte).flatMap((entree) => (entree.onglets.length === 0 ? [entree] : entree.onglets)),
  ...GESTION.filter((une) => estOfferte(contexte, une)),
  ...aideDe(contexte),
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
