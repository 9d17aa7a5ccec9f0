import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import type { FaitDuPoint } from '../../../web/controles.ts'
import { CIVILITE_NON_MESUREE, faitCivilite, faitEchantillon } from '../../../web/modeles/faits-echantillons.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import { compterMouvements } from '../../acces/porte/civilites.ts'
import { lireEchantillonsVus } from '../echantillons.ts'
import type { EtatTerritoire } from '../territoires.ts'

/** The month's sample, and its movements of civility: those that are kept where its snapshots no longer show them. */
export const lireFaitsDesEchantillons = async (
  lecteur: Lecteur,
  { territoire, mois, etat }: { readonly territoire: string; readonly mois: Mois; readonly etat: EtatTerritoire },
  aujourdhui: Jour,
): Promise<readonly FaitDuPoint[]> => {
  const vus = (await lireEchantillonsVus(lecteur, territoire)).map(({ vue }) => vue)
  const mouvements = await compterMouvements(lecteur, territoire, mois, aujourdhui)
  const calcule = etat.calcules.find((un) => un.mois === mois)
  const mesure = calcule !== undefined && calcule.motifs.mouvements_civilite === undefined
  return [
    faitEchantillon(vus, mois),
    mesure || mouvements.some((un) => un.mois === mois) ? faitCivilite(mouvements, mois) : CIVILITE_NON_MESUREE,
  ]
}
