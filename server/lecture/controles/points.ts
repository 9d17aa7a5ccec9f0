import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import { moisEntre } from '../../../ingest/socle/jour.ts'
import type { PointVu } from '../../../web/components/controles/point.tsx'
import type { Lecteur } from '../../acces/lecteur.ts'
import { nommerAuteurs } from '../auteurs.ts'
import { lireEtat } from '../territoires.ts'
import { lireFaits } from './faits.ts'
import { lireControle } from './lire.ts'
import { pointsDuJour, pointsFiges } from './vue.ts'

/** The twelve points of a month's control: as its latest signature froze them, or as they stand; null where there is none. */
export const lirePoints = async (
  lecteur: Lecteur,
  territoire: string,
  mois: Mois,
  aujourdhui: Jour,
): Promise<PointVu[] | null> => {
  const etat = await lireEtat(lecteur.base, { territoire })
  const lu = await lireControle(lecteur, etat, { territoire, mois }, aujourdhui)
  if (lu === null) return null
  const nommer = await nommerAuteurs(lecteur)
  const signature = lu.signatures.at(-1)
  if (lu.controle.etat === 'SIGNE' && signature !== undefined) return pointsFiges(signature, nommer)
  const [premier, dernier] = [etat.calcules[0], etat.calcules.at(-1)]
  const tousLesMois = premier && dernier ? moisEntre(premier.mois, dernier.mois) : []
  return pointsDuJour(await lireFaits(lecteur, { territoire, mois, etat, tousLesMois }, aujourdhui), lu.suivi, nommer)
}
