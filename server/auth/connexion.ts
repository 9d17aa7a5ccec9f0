import { instantDe, jourDe } from '../horloge.ts'
import { type Compte, changerCompte, compteDuCourriel, normaliserCourriel } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { lireReglages } from '../state/reglages.ts'
import { prendreEssai } from './echecs.ts'
import { correspond } from './mot-de-passe.ts'
import { type MoyenDeConnexion, ouvrirSession } from './sessions.ts'

/** One sentence for every failure: it does not say whether the account exists. */
export const REFUS_CONNEXION =
  'L’adresse ou le mot de passe ne convient pas, ou le compte est fermé ou verrouillé pour quinze minutes.'

export interface Tentative {
  readonly courriel: string
  readonly motDePasse: string
  /** Network address of the person. */
  readonly adresse: string
  readonly maintenant: Date
  /** Accounts of the demonstration may sign in. */
  readonly demonstration: boolean
}

const motifDuRefus = (
  compte: Compte | null,
  verrouille: boolean,
  juste: boolean,
  { demonstration, maintenant }: Tentative,
) => {
  const instant = instantDe(maintenant)
  if (compte === null) return 'compte inconnu'
  if (compte.ferme_le !== null) return 'compte fermé'
  if (compte.demonstration && !demonstration) return 'compte de démonstration'
  if (verrouille) return 'compte verrouillé'
  if (!juste) return 'mot de passe faux'
  if (compte.provisoire_jusqu_a !== null && compte.provisoire_jusqu_a <= instant) return 'mot de passe provisoire échu'
  return null
}

/** Opens a session for somebody whose identity is proved; a second factor may still be asked for. */
export const admettre = async (
  etat: BaseEtat,
  compte: Compte,
  par: MoyenDeConnexion,
  maintenant: Date,
  adresse: string,
): Promise<string> => {
  const { second_facteur } = await lireReglages(etat, jourDe(maintenant))
  const exige = par === 'MOT_DE_PASSE' && !compte.demonstration && second_facteur.includes(compte.role)
  const demande = par === 'MOT_DE_PASSE' && (compte.second_facteur_le !== null || exige)
  if (demande) return ouvrirSession(etat, compte.id, 'SECOND_FACTEUR', par, maintenant)
  return ouvrirPourDeBon(etat, compte, par, maintenant, adresse)
}

/** Opens the session that pages ask for, and logs the sign-in. */
export const ouvrirPourDeBon = async (
  etat: BaseEtat,
  compte: Compte,
  par: MoyenDeConnexion,
  maintenant: Date,
  adresse: string,
): Promise<string> => {
  const instant = instantDe(maintenant)
  await changerCompte(etat, compte.id, { echecs: 0, verrouille_jusqu_a: null, vu_le: instant })
  await consigner(etat, {
    instant,
    qui: compte.courriel,
    role: compte.role,
    action: 'CONNEXION',
    detail: { par, adresse },
  })
  return ouvrirSession(etat, compte.id, 'OUVERTE', par, maintenant)
}

/** Signs in by password. Every failure is logged, gives one and the same answer, and takes as long. */
export const connecter = async (etat: BaseEtat, tentative: Tentative): Promise<{ jeton: string } | null> => {
  const { courriel, motDePasse, adresse, maintenant } = tentative
  const compte = await compteDuCourriel(etat, courriel)
  const essai = compte === null ? null : await prendreEssai(etat, compte, maintenant)
  const juste = await correspond(motDePasse, essai === null ? null : (compte?.mot_de_passe ?? null))
  if (juste) await essai?.rendre()
  const motif = motifDuRefus(compte, essai === null, juste, tentative)
  if (motif === null && compte !== null)
    return { jeton: await admettre(etat, compte, 'MOT_DE_PASSE', maintenant, adresse) }
  await consigner(etat, {
    instant: instantDe(maintenant),
    qui: compte?.courriel ?? 'anonyme',
    role: compte?.role ?? null,
    action: 'ECHEC_CONNEXION',
    detail: { motif, adresse, ...(compte ? {} : { essai: masquer(courriel, await domainesConnus(etat)) }) },
  })
  if (!juste) await essai?.rater()
  return null
}

const domaineDe = (courriel: string): string => normaliserCourriel(courriel).split('@').at(-1) ?? ''

const domainesConnus = async (etat: BaseEtat): Promise<ReadonlySet<string>> =>
  new Set((await etat.selectFrom('comptes').select('courriel').execute()).map((compte) => domaineDe(compte.courriel)))

/** What is kept of an unknown address: enough to see a series of attempts, not a password typed in the wrong field. */
const masquer = (courriel: string, domaines: ReadonlySet<string>): string => {
  const domaine = domaineDe(courriel)
  return `${normaliserCourriel(courriel).slice(0, 2)}…${domaines.has(domaine) ? `@${domaine}` : ''}`
}
