import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { type Jour, plusJours } from '../../ingest/socle/jour.ts'
import { AccesRefuse } from '../acces/refus.ts'
import { ROLES_MOINDRES, type Role } from '../acces/roles.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { type Compte, trouverCompte } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { ajouterJeton, type Jeton, listerJetons, revoquerJeton, trouverJeton } from '../state/jetons.ts'
import { consigner } from '../state/journal.ts'
import { type Auteur, listerComptesDuRessort, trouverCompteDuRessort } from './comptes.ts'

/** The longest that a token may live, in days. */
export const JOURS_D_UN_JETON = 366

export interface SaisieJeton {
  readonly nom: string
  readonly compte: number
  /** Null: the account's own. */
  readonly role: Role | null
  /** None: all of the account's. */
  readonly territoires: readonly string[]
  readonly service: string | null
  readonly dernierJour: Jour
}

const refuser = (code: string, phrase: string): never => {
  throw new ErreurInfocentre(code, phrase)
}

/** The service that a token of role `guichet` is narrowed to: a guichet's account has its own. */
const serviceDuJeton = (role: Role, compte: Compte, saisi: string | null): string | null => {
  if (role !== 'guichet') return null
  if (compte.role !== 'guichet')
    return saisi ?? refuser('SERVICE_ABSENT', 'Un jeton de guichet a besoin de son service enregistreur : le choisir.')
  if (saisi !== null && saisi !== compte.service)
    return refuser('JETON_TROP_LARGE', 'Un jeton n’ouvre que le service de son compte.')
  return compte.service
}

const exigerDuree = (dernierJour: Jour, aujourdhui: Jour): void => {
  if (dernierJour < aujourdhui)
    refuser('JETON_ECHU', 'Le dernier jour du jeton est déjà passé : en choisir un à venir.')
  if (dernierJour > plusJours(aujourdhui, JOURS_D_UN_JETON))
    refuser('JETON_TROP_LONG', 'Un jeton vaut un an au plus : choisir un dernier jour plus proche.')
}

/**
 * Makes a token of an account's role and scope, or less, and gives it: it is not shown again.
 *
 * @throws AccesRefuse where the account is not the person's to manage.
 */
export const creerJeton = async (etat: BaseEtat, saisie: SaisieJeton, auteur: Auteur): Promise<string> => {
  const compte = await trouverCompteDuRessort(etat, auteur, saisie.compte)
  if (compte.ferme_le !== null) refuser('COMPTE_FERME', 'Ce compte est fermé : un jeton n’ouvrirait rien.')
  const role = saisie.role ?? compte.role
  if (!ROLES_MOINDRES[compte.role].includes(role))
    refuser('JETON_TROP_LARGE', 'Un jeton ne voit pas plus que son compte : choisir le rôle du compte, ou un moindre.')
  const territoires = saisie.territoires.length === 0 ? compte.territoires : saisie.territoires
  if (territoires.some((code) => !compte.territoires.includes(code)))
    refuser('JETON_TROP_LARGE', 'Un jeton n’ouvre que les territoires de son compte.')
  const service = serviceDuJeton(role, compte, saisie.service)
  exigerDuree(saisie.dernierJour, jourDe(auteur.maintenant))
  const jeton = { nom: saisie.nom, compte: compte.id, role, territoires, service, dernier_jour: saisie.dernierJour }
  const instant = instantDe(auteur.maintenant)
  const { id, clair } = await ajouterJeton(etat, jeton, instant, auteur.qui)
  await consigner(etat, {
    instant,
    qui: auteur.qui,
    role: auteur.role,
    action: 'JETON',
    detail: {
      quoi: 'création',
      jeton: id,
      compte: compte.courriel,
      role,
      territoires,
      service,
      jusqu_au: saisie.dernierJour,
    },
  })
  return clair
}

/** A token and whose it is. */
export interface JetonDuCompte {
  readonly jeton: Jeton
  readonly compte: Compte
}

/** The tokens of the accounts that are somebody's to manage. */
export const listerJetonsDuRessort = async (etat: BaseEtat, auteur: Auteur): Promise<JetonDuCompte[]> => {
  const comptes = new Map((await listerComptesDuRessort(etat, auteur)).map((compte) => [compte.id, compte]))
  return (await listerJetons(etat)).flatMap((jeton) => {
    const compte = comptes.get(jeton.compte)
    return compte === undefined ? [] : [{ jeton, compte }]
  })
}

/** @throws AccesRefuse where there is no such token, or its account is not the person's to manage. */
export const revoquer = async (etat: BaseEtat, id: number, auteur: Auteur): Promise<void> => {
  const jeton = await trouverJeton(etat, id)
  const compte = jeton === null ? null : await trouverCompte(etat, jeton.compte)
  if (compte === null) throw new AccesRefuse('jeton d’un autre territoire, ou d’aucun', { jeton: id })
  await trouverCompteDuRessort(etat, auteur, compte.id)
  const instant = instantDe(auteur.maintenant)
  await revoquerJeton(etat, id, instant, auteur.qui)
  await consigner(etat, {
    instant,
    qui: auteur.qui,
    role: auteur.role,
    action: 'JETON',
    detail: { quoi: 'révocation', jeton: id, compte: compte.courriel },
  })
}
