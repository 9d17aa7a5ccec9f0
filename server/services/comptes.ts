import { addDays } from 'date-fns'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { AccesRefuse } from '../acces/refus.ts'
import type { Role } from '../acces/roles.ts'
import { hacher, tirerMotDePasse } from '../auth/mot-de-passe.ts'
import { fermerSessionsDe } from '../auth/sessions.ts'
import { instantDe, jourDe } from '../horloge.ts'
import {
  ajouterCompte,
  type Compte,
  changerCompte,
  compteDuCourriel,
  fermerCompte,
  listerComptes,
  normaliserCourriel,
  trouverCompte,
} from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { lireReglages } from '../state/reglages.ts'

/** Who does it, and when. */
export interface Auteur {
  readonly qui: string
  readonly role: Role
  /** Territories whose accounts are theirs to manage; null for all of them. */
  readonly territoires: readonly string[] | null
  readonly maintenant: Date
}

export interface PorteeSaisie {
  readonly nom: string
  readonly role: Role
  readonly territoires: readonly string[]
  readonly service: string | null
}

const JOURS_PROVISOIRES = 7

const journal = (etat: BaseEtat, { qui, role, maintenant }: Auteur, compte: string, quoi: string, reste = {}) =>
  consigner(etat, { instant: instantDe(maintenant), qui, role, action: 'COMPTE', detail: { compte, quoi, ...reste } })

const exigerCoherence = ({ role, territoires, service }: PorteeSaisie): void => {
  if (territoires.length === 0 || territoires.some((code) => !/^[0-9A-Z]{3}$/.test(code)))
    throw new ErreurInfocentre(
      'TERRITOIRE_INVALIDE',
      'Les territoires sont des codes de trois caractères, par exemple 013.',
    )
  if (role === 'guichet' && service === null)
    throw new ErreurInfocentre(
      'SERVICE_ABSENT',
      'Un compte de guichet a besoin de son service enregistreur : le choisir.',
    )
}

/** Whether territories are all somebody's own to manage. */
const estDuRessort = ({ territoires }: Auteur, codes: readonly string[]): boolean =>
  territoires === null || codes.every((code) => territoires.includes(code))

/** Refuses to open to somebody else what one does not cover oneself. */
const exigerPorteeCouverte = (auteur: Auteur, { territoires }: PorteeSaisie): void => {
  if (!estDuRessort(auteur, territoires))
    throw new ErreurInfocentre(
      'TERRITOIRE_HORS_PORTEE',
      'Votre compte ne couvre pas tous ces territoires : demander l’ouverture à un gestionnaire qui les couvre, ou passer par la ligne de commande.',
    )
}

/** By its number: the refusal is written where its author reads it, and is the same where there is no such account. */
const horsRessort = (id: number) => new AccesRefuse('compte d’un autre territoire, ou d’aucun', { compte: id })

/** @throws AccesRefuse for an account that also opens a territory out of the person's reach. */
export const exigerCompteDuRessort = (auteur: Auteur, { id, territoires }: Compte): void => {
  if (!estDuRessort(auteur, territoires)) throw horsRessort(id)
}

/** @throws AccesRefuse where the account is not the person's to manage, or is not. */
export const trouverCompteDuRessort = async (etat: BaseEtat, auteur: Auteur, id: number): Promise<Compte> => {
  const compte = await trouverCompte(etat, id)
  if (compte === null) throw horsRessort(id)
  exigerCompteDuRessort(auteur, compte)
  return compte
}

/** An account that is not to be opened by this person, who is not told why. */
export class OuvertureRefusee extends ErreurInfocentre {
  constructor() {
    super('OUVERTURE_REFUSEE', 'Ce compte ne peut pas être ouvert d’ici : le demander à qui tient l’installation.')
  }
}

/** The accounts that are somebody's to manage. */
export const listerComptesDuRessort = async (etat: BaseEtat, auteur: Auteur): Promise<Compte[]> =>
  (await listerComptes(etat)).filter(({ territoires }) => estDuRessort(auteur, territoires))

const serviceDe = ({ role, service }: PorteeSaisie): string | null => (role === 'guichet' ? service : null)

const provisoire = async (maintenant: Date) => {
  const motDePasse = tirerMotDePasse()
  return {
    motDePasse,
    hache: await hacher(motDePasse),
    jusquA: instantDe(addDays(maintenant, JOURS_PROVISOIRES)),
  }
}

/** Opens an account, or a closed one again, and draws the password that its person will change. */
export const ouvrirCompte = async (
  etat: BaseEtat,
  courriel: string,
  portee: PorteeSaisie,
  auteur: Auteur,
): Promise<{ id: number; motDePasse: string }> => {
  exigerCoherence(portee)
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(courriel))
    throw new ErreurInfocentre(
      'COURRIEL_INVALIDE',
      `« ${courriel} » n’est pas une adresse électronique : l’écrire en entier.`,
    )
  exigerPorteeCouverte(auteur, portee)
  const connu = await compteDuCourriel(etat, courriel)
  if (connu !== null && !estDuRessort(auteur, connu.territoires)) throw new OuvertureRefusee()
  if (connu !== null && connu.ferme_le === null)
    throw new ErreurInfocentre('COMPTE_EXISTANT', `Un compte est déjà ouvert pour ${connu.courriel}.`)
  const { role, territoires } = portee
  const service = serviceDe(portee)
  const detail = { role, territoires, service }
  if (connu !== null) {
    await changerCompte(etat, connu.id, { ...portee, service, ferme_le: null, ferme_par: null, ferme_motif: null })
    await journal(etat, auteur, connu.courriel, 'réouverture', detail)
    return { id: connu.id, motDePasse: await remettreMotDePasse(etat, connu, auteur) }
  }
  const { motDePasse, hache, jusquA } = await provisoire(auteur.maintenant)
  const secret = { motDePasse: hache, aChanger: true, provisoireJusquA: jusquA }
  const compte = { courriel, ...portee, service, ...secret }
  const id = await ajouterCompte(etat, compte, instantDe(auteur.maintenant), auteur.qui)
  await journal(etat, auteur, normaliserCourriel(courriel), 'ouverture', detail)
  return { id, motDePasse }
}

/** Changes what an account opens; its live sessions read it at once. */
export const changerPortee = async (etat: BaseEtat, compte: Compte, portee: PorteeSaisie, auteur: Auteur) => {
  exigerCoherence(portee)
  exigerCompteDuRessort(auteur, compte)
  exigerPorteeCouverte(auteur, portee)
  await changerCompte(etat, compte.id, { ...portee, service: serviceDe(portee) })
  const { role, territoires, service } = portee
  const avant = { role: compte.role, territoires: compte.territoires, service: compte.service }
  await journal(etat, auteur, compte.courriel, 'portée', { avant, apres: { role, territoires, service } })
}

/** Draws a new password for an account, ends its sessions, and takes its second factor away. */
export const remettreMotDePasse = async (etat: BaseEtat, compte: Compte, auteur: Auteur): Promise<string> => {
  exigerCompteDuRessort(auteur, compte)
  const { motDePasse, hache, jusquA } = await provisoire(auteur.maintenant)
  await changerCompte(etat, compte.id, {
    mot_de_passe: hache,
    a_changer: true,
    provisoire_jusqu_a: jusquA,
    echecs: 0,
    verrouille_jusqu_a: null,
    second_facteur: null,
    second_facteur_le: null,
    dernier_pas: null,
  })
  await fermerSessionsDe(etat, compte.id)
  await journal(etat, auteur, compte.courriel, 'mot de passe provisoire')
  return motDePasse
}

export const fermer = async (etat: BaseEtat, compte: Compte, motif: string, auteur: Auteur): Promise<void> => {
  exigerCompteDuRessort(auteur, compte)
  await fermerCompte(etat, compte.id, { instant: instantDe(auteur.maintenant), par: auteur.qui, motif })
  await journal(etat, auteur, compte.courriel, 'fermeture', { motif })
}

/** Opens a closed account again, as it was: draws the password that its person will change. */
export const rouvrir = async (etat: BaseEtat, compte: Compte, motif: string, auteur: Auteur): Promise<string> => {
  exigerCompteDuRessort(auteur, compte)
  await changerCompte(etat, compte.id, { ferme_le: null, ferme_par: null, ferme_motif: null })
  await journal(etat, auteur, compte.courriel, 'réouverture', { motif })
  return remettreMotDePasse(etat, compte, auteur)
}

/** Closes the accounts that nobody has used for as long as the setting says. Gives how many were. */
export const fermerInutilises = async (etat: BaseEtat, maintenant: Date): Promise<number> => {
  const { jours_inutilise } = await lireReglages(etat, jourDe(maintenant))
  const limite = instantDe(addDays(maintenant, -jours_inutilise))
  const inutilises = (await listerComptes(etat)).filter(
    ({ ferme_le, demonstration, vu_le, cree_le }) => ferme_le === null && !demonstration && (vu_le ?? cree_le) < limite,
  )
  const auteur: Auteur = { qui: 'délai d’inutilisation', role: 'gestionnaire', territoires: null, maintenant }
  for (const compte of inutilises) await fermer(etat, compte, `inutilisé depuis ${jours_inutilise} jours`, auteur)
  return inutilises.length
}
