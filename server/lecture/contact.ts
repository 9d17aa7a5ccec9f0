import type { ContactGestion } from '../../web/corrections.ts'
import { type Lecteur, territoiresDe } from '../acces/lecteur.ts'
import { listerComptes } from '../state/comptes.ts'

/** Who keeps a territory, for those who have a question: the accounts of its gestionnaires that are open. */
export const contactsDe = async (lecteur: Lecteur, territoire: string): Promise<ContactGestion[]> => {
  if (!(await territoiresDe(lecteur)).includes(territoire)) return []
  return (await listerComptes(lecteur.etat))
    .filter(
      ({ role, ferme_le, territoires }) =>
        role === 'gestionnaire' && ferme_le === null && territoires.includes(territoire),
    )
    .map(({ nom, courriel }) => ({ nom, courriel }))
}
