import type { Echantillon, FicheGardee } from '../state/echantillons.ts'
import { lireEchantillons } from '../state/lire-echantillons.ts'
import { exigerTerritoire, type Lecteur } from './lecteur.ts'
import { VOIENT_DES_NUMEROS, VOIENT_TOUS_LES_NUMEROS } from './roles.ts'

/** Whether an act closed a sample last. */
export const estClos = ({ actes }: Pick<Echantillon, 'actes'>): boolean => actes.at(-1)?.vers === 'CLOS'

/**
 * What a service is shown of a sample: its own demandes, for it is asked to show their pieces, and what was found of them
 * once all is closed. Neither the others', nor the strata, nor what the whole comes to.
 */
const pourLeService = (echantillon: Echantillon, service: string): Echantillon => {
  const siennes = echantillon.fiches.filter((fiche) => fiche.service === service)
  const taire = (fiche: FicheGardee): FicheGardee => ({ ...fiche, reponse: null })
  return {
    ...echantillon,
    strates: [],
    fiches: estClos(echantillon) ? siennes : siennes.map(taire),
    actes: echantillon.actes.map((acte) => ({ ...acte, texte: '' })),
  }
}

/**
 * The samples of a territory that a person may see, the oldest first, without any number: all of them for who keeps it, a
 * service those that have some of its demandes.
 *
 * @throws AccesRefuse for a territory out of the person's reach.
 */
export const echantillonsVisibles = async (lecteur: Lecteur, territoire: string): Promise<Echantillon[]> => {
  exigerTerritoire(lecteur, territoire)
  const { acces, etat } = lecteur
  if (!VOIENT_DES_NUMEROS.includes(acces.role)) return []
  const tous = await lireEchantillons(etat, territoire)
  if (VOIENT_TOUS_LES_NUMEROS.includes(acces.role)) return tous
  const { service } = acces
  if (service === null) return []
  return tous.map((un) => pourLeService(un, service)).filter(({ fiches }) => fiches.length > 0)
}
