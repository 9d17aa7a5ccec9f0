import { type DocumentGarde, trouverDocument } from '../state/documents.ts'
import { estPubliePour } from '../state/rapports.ts'
import type { Lecteur } from './lecteur.ts'
import { mesuresVisibles } from './mesures.ts'
import { rapportsDuRole } from './rapports.ts'
import { VOIENT_TOUS_LES_NUMEROS } from './roles.ts'

/**
 * A document that the person may read: of a measure, who sees the measure and is told whose it is; of a meeting, who keeps the
 * territory; of what is published, whom it is for. Null for any other, and for one that does not exist.
 */
export const documentVisible = async (lecteur: Lecteur, id: number): Promise<DocumentGarde | null> => {
  const document = await trouverDocument(lecteur.etat, id)
  const { territoires, role } = lecteur.acces
  if (document === null || (territoires !== null && !territoires.includes(document.territoire))) return null
  if (document.rapport !== null)
    return (await estPubliePour(lecteur.etat, document.rapport, rapportsDuRole(role))) ? document : null
  if (document.mesure === null) return VOIENT_TOUS_LES_NUMEROS.includes(role) ? document : null
  const mesures = await mesuresVisibles(lecteur, document.territoire, null)
  return mesures.flatMap(({ documents }) => documents).find((sien) => sien.id === id) ?? null
}
