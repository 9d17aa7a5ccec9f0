import { INDICATEURS } from '../../metrics/registry.ts'
import { lien, lienGuichet, lienIndicateur } from '../../web/liens.ts'
import { AIDE, GESTION, type Rubrique, rubriquesDe } from '../../web/rubriques.ts'
import { type Lecteur, porteeDuMois, territoiresDe } from '../acces/lecteur.ts'
import type { Role } from '../acces/roles.ts'
import { PUBLIC, TABLE } from '../acces/table.ts'
import { lireEtat } from '../lecture/territoires.ts'
import { GARDABLES } from './gardables.ts'

const cheminsDe = (rubriques: readonly Rubrique[]): string[] =>
  rubriques.flatMap(({ chemin, sous = [] }) => [chemin, ...cheminsDe(sous)])

const peut = (role: Role, route: string): boolean => {
  const regle = TABLE[`GET ${route}`]
  return regle !== undefined && regle !== PUBLIC && regle.includes(role)
}

/** The pages of a role's menus. */
export const menuDe = (role: Role): string[] =>
  [...new Set(cheminsDe([...rubriquesDe(role), ...GESTION, ...AIDE]))].filter((chemin) => peut(role, chemin))

/**
 * The kept pages that a person of a scope comes upon first, as their menus and tables name them, those of the menus first:
 * of each territory's latest month, its menus, its indicators, its guichets.
 */
export const adressesDe = async (lecteur: Lecteur): Promise<readonly (readonly string[])[]> => {
  const { role } = lecteur.acces
  const menu = menuDe(role).filter((chemin) => GARDABLES.has(chemin))
  const adresses: [menus: string[], indicateurs: string[], guichets: string[]] = [['/'], [], []]
  for (const territoire of await territoiresDe(lecteur)) {
    const calcule = (await lireEtat(lecteur.base, { territoire })).calcules.at(-1)
    if (calcule === undefined) continue
    const montre = { territoire, mois: calcule.mois }
    adresses[0].push(...menu.map((chemin) => lien(montre, chemin)))
    if (peut(role, '/indicateurs/:code'))
      adresses[1].push(...INDICATEURS.map(({ code }) => lienIndicateur(montre, code)))
    if (!peut(role, '/guichets/:code')) continue
    const { guichets } = await porteeDuMois(lecteur, territoire, calcule)
    adresses[2].push(...guichets.map(({ code }) => lienGuichet(montre, code)))
  }
  return adresses
}
