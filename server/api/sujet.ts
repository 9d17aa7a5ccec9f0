import { type Mois, moisEntre } from '../../ingest/socle/jour.ts'
import type { Niveau } from '../../metrics/resultat.ts'
import { serviceDe } from '../acces/groupes.ts'
import { exigerEntite, exigerTerritoire, type Lecteur, porteeDuMois, territoiresDe } from '../acces/lecteur.ts'
import type { Portee, Sujet } from '../acces/portee.ts'
import type { Lecture } from '../lecture/chiffres.ts'
import { type EtatTerritoire, guichetsDuTerritoire, lireEtat } from '../lecture/territoires.ts'
import { DemandeImpossible, introuvable } from './probleme.ts'

/** What addresses name: a territory, and one of its months. */
export interface Adresse {
  readonly territoire?: string | undefined
  readonly mois?: Mois | undefined
}

/**
 * The territory that is asked for, or the only one.
 *
 * @throws AccesRefuse for one that the person does not cover, DemandeImpossible where none is said among several.
 */
export const territoireDe = async (lecteur: Lecteur, demande: string | undefined): Promise<string> => {
  if (demande !== undefined) exigerTerritoire(lecteur, demande)
  const codes = await territoiresDe(lecteur)
  const [seul] = codes
  if (seul === undefined || (demande !== undefined && !codes.includes(demande)))
    throw introuvable('Aucun instantané de ce territoire n’est chargé.')
  if (demande === undefined && codes.length > 1)
    throw new DemandeImpossible(
      'parametre-invalide',
      `Plusieurs territoires sont ouverts (${codes.join(', ')}) : dire lequel par « territoire ».`,
    )
  return demande ?? seul
}

/** A month with figures, as somebody reads it. */
export interface SujetLu extends Lecture {
  readonly etat: EtatTerritoire
  /** Every month from the first with figures to the last. */
  readonly tousLesMois: readonly Mois[]
}

/** The month that is asked for, or the latest, within the person's scope. */
export const sujetDe = async (lecteur: Lecteur, adresse: Adresse): Promise<SujetLu> => {
  const territoire = await territoireDe(lecteur, adresse.territoire)
  const etat = await lireEtat(lecteur.base, { territoire })
  const [premier, dernier] = [etat.calcules[0], etat.calcules.at(-1)]
  const calcule = adresse.mois === undefined ? dernier : etat.calcules.find(({ mois }) => mois === adresse.mois)
  if (calcule === undefined || premier === undefined || dernier === undefined)
    throw introuvable('Ce mois n’a pas de chiffres : /api/v1/mois donne ceux qui en ont.')
  const portee = await porteeDuMois(lecteur, territoire, calcule)
  return { lecteur, territoire, calcule, portee, etat, tousLesMois: moisEntre(premier.mois, dernier.mois) }
}

/** The service that goes by a number: only that number names it. */
const serviceNumerote = async ({ lecteur, territoire, calcule, portee }: SujetLu, entite: string) => {
  const guichets = await guichetsDuTerritoire(lecteur.base, { territoire, calcule })
  const nom = (code: string) => portee.nommer({ niveau: 'SERVICE', entite: code }).entite
  const code = guichets.map(serviceDe).find((connu) => nom(connu) === entite)
  if (code === undefined) throw introuvable('Aucun service ne porte ce numéro.')
  return code
}

/** The entity that an address names, as the base knows it. */
export interface Cible extends Sujet {
  readonly niveau: Niveau
}

/**
 * The territory, or the entity of a level, by the name that answers give it.
 *
 * @throws AccesRefuse for one that the person may not see, whether it exists or not.
 */
export const cibleDe = async (
  sujet: SujetLu,
  { niveau = 'TERRITOIRE', entite }: { readonly niveau?: Niveau | undefined; readonly entite?: string | undefined },
): Promise<Cible> => {
  if (niveau === 'TERRITOIRE') {
    if (entite !== undefined && entite !== sujet.territoire)
      throw introuvable('Cette entité est celle d’un autre territoire.')
    return voir(sujet.portee, { niveau, entite: sujet.territoire })
  }
  if (entite === undefined)
    throw new DemandeImpossible('parametre-invalide', 'À ce niveau, dire l’entité par « entite ».')
  if (niveau === 'SERVICE' && sujet.portee.anonyme) return { niveau, entite: await serviceNumerote(sujet, entite) }
  return voir(sujet.portee, { niveau, entite })
}

const voir = (portee: Portee, cible: Cible): Cible => {
  exigerEntite(portee, cible)
  return cible
}
