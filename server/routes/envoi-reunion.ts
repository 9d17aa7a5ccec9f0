import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { ReunionVue } from '../../web/modeles/reunion.ts'
import type { Deps } from '../deps.ts'
import type { Acteur } from '../services/agenda.ts'
import { diffuserCompteRendu } from '../services/diffusion.ts'
import { listerDestinataires } from '../state/diffusion.ts'
import { lancer } from './lancer.ts'

/** How many addresses the minutes of a territory's meetings are sent to. */
export const compterAdresses = async ({ etat }: Pick<Deps, 'etat'>, territoire: string): Promise<number> =>
  (await listerDestinataires(etat, territoire)).filter(({ liste }) => liste === 'reunions').length

/** Sends the minutes of a meeting, as they were kept, to their list; what is then said of it. */
export const diffuserALaListe = async (
  deps: Pick<Deps, 'expedition'>,
  acteur: Acteur,
  reunion: ReunionVue,
): Promise<string> => {
  const envoyes = await diffuserCompteRendu(acteur, reunion)
  await lancer(deps)
  return ` ${compte(envoyes, 'message confié', 'messages confiés')} à l’envoi : voir la page « Diffusion ».`
}
