import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { GERENT, LIBELLES_ROLES, type Role } from '../acces/roles.ts'
import { listerComptes, normaliserCourriel } from '../state/comptes.ts'

const ARTICLES: Readonly<Record<Role, string>> = {
  gestionnaire: 'le ',
  etat: 'la ',
  prefet: 'le ',
  copil: 'le ',
  guichet: 'le ',
  partenaire: 'le ',
}

/**
 * How a reader is told who wrote something: by the name of the account for whoever keeps the territory, by its role for
 * the others, who are given nobody's address. What is no address, as what a snapshot did, stays as it is.
 */
export const nommerAuteurs = async ({
  etat,
  acces: { role },
}: Pick<Lecteur, 'etat' | 'acces'>): Promise<(qui: string) => string> => {
  const comptes = new Map((await listerComptes(etat)).map((compte) => [normaliserCourriel(compte.courriel), compte]))
  return (qui) => {
    if (!qui.includes('@')) return qui
    const compte = comptes.get(normaliserCourriel(qui))
    if (GERENT.includes(role)) return compte?.nom ?? qui
    return compte ? `${ARTICLES[compte.role]}${dansPhrase(LIBELLES_ROLES[compte.role])}` : 'une personne du territoire'
  }
}
