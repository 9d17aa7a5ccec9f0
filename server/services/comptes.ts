import { addDays } from 'date-fns'
import { ErreurInfocentre } from '../../ingest/store/erreur.ts'
import type { Role } from '../acces/roles.ts'
import { hacher, tirerMotDePasse } from '../auth/mot-de-passe.ts'
import { fermerSessionsDe } from '../auth/sessions.ts'
import { instantDe } from '../horloge.ts'
import {
  ajouterCompte,
  type Compte,
  changerCompte,
  compteDuCourriel,
  fermerCompte,
  listerComptes,
  normaliserCourriel,
} from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { lireReglages } from '../state/reglages.ts'

/** Who does it, and when. */
export interface Auteur {
  readonly qui: string
  readonly role: Role
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
  const connu = await compteDuCourriel(etat, courriel)
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
  await changerCompte(etat, compte.id, { ...portee, service: serviceDe(portee) })
  const { role, territoires, service } = portee
  const avant = { role: compte.role, territoires: compte.territoires, service: compte.service }
  await journal(etat, auteur, compte.courriel, 'portée', { avant, apres: { role, territoires, service } })
}

/** Draws a new password for an account, ends its sessions, and takes its second factor away. */
export const remettreMotDePasse = async (etat: BaseEtat, compte: Compte, auteur: Auteur): Promise<string> => {
  const { motDePasse, hache, jusquA } = await provisoire(auteur.maintenant)
  await changerCompte(etat, compte.id, {
    ...{ mot_de_passe: hache, a_changer: true, provisoire_jusqu_a: jusquA, echecs: 0, verrouille_jusqu_a: null },
    ...{ second_facteur: null, second_facteur_le: null, dernier_pas: null },
  })
  await fermerSessionsDe(etat, compte.id)
  await journal(etat, auteur, compte.courriel, 'mot de passe provisoire')
  return motDePasse
}

export const fermer = async (etat: BaseEtat, compte: Compte, motif: string, auteur: Auteur): Promise<void> => {
  await fermerCompte(etat, compte.id, { instant: instantDe(auteur.maintenant), par: auteur.qui, motif })
  await journal(etat, auteur, compte.courriel, 'fermeture', { motif })
}

/** Signs a review: the open accounts that are not kept are closed, but the signer's own. Gives how many were. */
export const signerRevue = async (
  etat: BaseEtat,
  gardes: ReadonlySet<number>,
  signataire: Compte,
  auteur: Auteur,
): Promise<number> => {
  const ouverts = (await listerComptes(etat)).filter(({ ferme_le }) => ferme_le === null)
  const aFermer = ouverts.filter(({ id }) => id !== signataire.id && !gardes.has(id))
  for (const compte of aFermer) await fermer(etat, compte, 'non gardé à la revue des comptes', auteur)
  const decisions = ouverts.map(({ id, courriel }) => ({
    courriel,
    decision: aFermer.some((f) => f.id === id) ? 'fermé' : 'gardé',
  }))
  const instant = instantDe(auteur.maintenant)
  await etat
    .insertInto('revues')
    .values({ signee_le: instant, signee_par: auteur.qui, comptes: JSON.stringify(decisions) })
    .execute()
  await consigner(etat, {
    ...{ instant, qui: auteur.qui, role: auteur.role, action: 'REVUE', nombre: ouverts.length },
    detail: { fermes: aFermer.length },
  })
  return aFermer.length
}

/** Closes the accounts that nobody has used for as long as the setting says. Gives how many were. */
export const fermerInutilises = async (etat: BaseEtat, maintenant: Date): Promise<number> => {
  const { jours_inutilise } = await lireReglages(etat, instantDe(maintenant).slice(0, 10))
  const limite = instantDe(addDays(maintenant, -jours_inutilise))
  const inutilises = (await listerComptes(etat)).filter(
    ({ ferme_le, demonstration, vu_le, cree_le }) => ferme_le === null && !demonstration && (vu_le ?? cree_le) < limite,
  )
  const auteur: Auteur = { qui: 'échéance', role: 'gestionnaire', maintenant }
  for (const compte of inutilises) await fermer(etat, compte, `inutilisé depuis ${jours_inutilise} jours`, auteur)
  return inutilises.length
}
