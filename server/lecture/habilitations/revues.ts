import type { Jour } from '../../../ingest/socle/jour.ts'
import { direAvancement } from '../../../web/modeles/campagne.ts'
import { exigerTerritoire, type Lecteur } from '../../acces/lecteur.ts'
import { etatDeReponse, situationDeCampagne } from '../../gestion/habilitations/revue.ts'
import { lireCampagnes } from '../../state/campagnes.ts'

/** A review, as the calendar of obligations needs it: without the services. */
export interface RevueDesHabilitations {
  readonly annee: number
  /** Null while it is under way. */
  readonly termineeLe: Jour | null
  /** « 14 services sur 63 ont répondu ». */
  readonly avancement: string
}

/** The reviews of a territory, the oldest first. */
export const lireRevues = async (lecteur: Lecteur, territoire: string): Promise<RevueDesHabilitations[]> => {
  exigerTerritoire(lecteur, territoire)
  return (await lireCampagnes(lecteur.etat, territoire)).map(({ annee, actes, demandes }) => ({
    annee,
    termineeLe: situationDeCampagne(actes).termineeLe,
    avancement: direAvancement({ reponses: demandes.map((demande) => ({ etat: etatDeReponse(demande.actes) })) }),
  }))
}
