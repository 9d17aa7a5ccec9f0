import { aAtteintLeComite, type Situation, situationDe } from '../gestion/mesures/situation.ts'
import { type ActeMesureRange, lireMesures, type Mesure } from '../state/mesures.ts'
import type { Acces } from './acces.ts'
import { exigerTerritoire, type Lecteur } from './lecteur.ts'
import { masquerNoms } from './masquer-noms.ts'
import type { Portee } from './portee.ts'

/** A measure as a person may read it: whole, or without what names the service. */
export interface MesureVisible extends Mesure {
  readonly situation: Situation
  /** Its code, where the person is told whose it is. */
  readonly nommee: boolean
  /** What to call the service. */
  readonly nom: string
}

const voit = ({ role, service }: Acces, mesure: Mesure, situation: Situation): boolean => {
  if (role === 'gestionnaire' || role === 'etat') return true
  if (role === 'guichet') return service !== null && mesure.service === service
  return (role === 'prefet' || role === 'copil') && aAtteintLeComite(situation)
}

/** Who is told of a measure once it is reported reads the facts and the answers; what was written between two people is theirs. */
const actesPour = ({ role }: Acces, actes: readonly ActeMesureRange[]): readonly ActeMesureRange[] =>
  role === 'prefet' || role === 'copil' ? actes.filter(({ acte }) => acte !== 'ECRIRE') : actes

/** The number that a service goes by; none is told of one that the month does not know. */
const numeroDe = (portee: Portee | null, { service, service_libelle }: Mesure): string => {
  const nomme = portee?.nommer({ niveau: 'SERVICE', entite: service, libelle: service_libelle })
  return nomme === undefined || ['S0', service].includes(nomme.entite) ? 'Un service' : nomme.libelle
}

const anonymiser = (mesure: MesureVisible, portee: Portee | null): MesureVisible => {
  const noms = [
    mesure.service_libelle,
    mesure.service,
    ...mesure.lignes.flatMap(({ libelle, entite }) => [libelle, entite]),
  ]
  const masquer = (texte: string) => masquerNoms(texte, noms)
  return {
    ...mesure,
    nommee: false,
    nom: numeroDe(portee, mesure),
    // A letter, or what a service joins, says whose it is.
    documents: [],
    actes: mesure.actes.map((acte) => ({ ...acte, texte: masquer(acte.texte), plan: masquer(acte.plan) })),
  }
}

/**
 * The measures of a territory that a person may see, the oldest first: all of them for who keeps it, a service its own,
 * the préfet and the comité those that have been reported to them, without names where the comité has not decided that
 * services are named to it.
 *
 * @throws AccesRefuse for a territory out of the person's reach.
 */
export const mesuresVisibles = async (
  lecteur: Lecteur,
  territoire: string,
  portee: Portee | null,
): Promise<MesureVisible[]> => {
  exigerTerritoire(lecteur, territoire)
  const { acces, etat, reglages } = lecteur
  const anonyme = acces.role === 'copil' && !reglages.pour(territoire).copil_nominatif
  return (await lireMesures(etat, territoire))
    .map((mesure) => ({ ...mesure, situation: situationDe(mesure.actes), nommee: true, nom: mesure.service_libelle }))
    .filter((mesure) => voit(acces, mesure, mesure.situation))
    .map((mesure) => ({ ...mesure, actes: actesPour(acces, mesure.actes) }))
    .map((mesure) => (anonyme ? anonymiser(mesure, portee) : mesure))
}
