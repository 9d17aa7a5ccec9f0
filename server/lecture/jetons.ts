import type { Jour } from '../../ingest/socle/jour.ts'
import type { JetonListe } from '../../web/pages/jetons.tsx'
import { LIBELLES_ROLES } from '../acces/roles.ts'
import { minuteDe } from '../horloge.ts'
import type { JetonDuCompte } from '../services/jetons.ts'
import type { Jeton } from '../state/jetons.ts'
import { porteeEnMots } from './comptes.ts'

const etatDe = ({ revoque_le, dernier_jour }: Jeton, aujourdhui: Jour): JetonListe['etat'] => {
  if (revoque_le !== null) return 'REVOQUE'
  return dernier_jour < aujourdhui ? 'ECHU' : 'VALABLE'
}

/** A token as its page lists it. */
export const jetonPourListe = ({ jeton, compte }: JetonDuCompte, aujourdhui: Jour): JetonListe => ({
  id: jeton.id,
  nom: jeton.nom,
  compte: compte.courriel,
  role: LIBELLES_ROLES[jeton.role],
  portee: porteeEnMots(jeton),
  dernierJour: jeton.dernier_jour,
  vuLe: jeton.vu_le && minuteDe(jeton.vu_le),
  etat: etatDe(jeton, aujourdhui),
  revoqueLe: jeton.revoque_le && minuteDe(jeton.revoque_le),
})
