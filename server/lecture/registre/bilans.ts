import type { Jour } from '../../../ingest/socle/jour.ts'
import type { ServiceVue } from '../../../web/registre-vue.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import { lireObligationsFaites } from '../../state/obligations.ts'
import { lireAgenda } from '../agenda/lire.ts'

/** The years whose report a landlord still owes, of those that the calendar waits for; none for another service. */
export const bilansAttendusDe = async (
  lecteur: Lecteur,
  territoire: string,
  { service, fiche, actif }: ServiceVue,
  aujourdhui: Jour,
): Promise<readonly string[]> => {
  if (fiche.categorie !== 'BAILLEUR' || !actif) return []
  const { echeances } = await lireAgenda(lecteur, territoire, aujourdhui)
  const recus = (await lireObligationsFaites(lecteur.etat, territoire)).filter(
    (fait) => fait.obligation === 'BILANS_BAILLEURS' && fait.service === service && fait.retire_le === null,
  )
  return echeances
    .filter(({ obligation }) => obligation === 'BILANS_BAILLEURS')
    .map(({ periode }) => periode)
    .filter((annee) => !recus.some(({ periode }) => periode === annee))
}
