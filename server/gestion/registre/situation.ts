import { type Jour, joursEntre, plusMois } from '../../../ingest/socle/jour.ts'
import { MOIS_AVANT_RENOUVELLEMENT, MOIS_DE_LA_CONVENTION } from '../../../ingest/socle/regles/registre.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'
import type { ActeConvention } from '../../../web/registre.ts'
import type { AlerteConvention, SituationConvention } from '../../../web/registre-vue.ts'

/** What is known of an act done. */
export interface ActeFait {
  readonly acte: ActeConvention
  readonly jour: Jour
  readonly texte: string
}

const RIEN: SituationConvention = {
  etat: null,
  signeeLe: null,
  renouvellements: 0,
  terme: null,
  finLe: null,
  arreteLe: null,
  retireeLe: null,
  reference: '',
  premiereAdhesion: null,
  adhesion: null,
}

const plusTard = (a: Jour | null, b: Jour): Jour => (a === null || b > a ? b : a)

const adherer = (avant: SituationConvention, jour: Jour): SituationConvention => ({
  ...avant,
  premiereAdhesion: avant.premiereAdhesion ?? jour,
  adhesion: plusTard(avant.adhesion, jour),
})

/** So many months after the signature, as the rule had it that day; never past the end. */
const termeApres = (signeeLe: Jour, renouvellements: number): Jour => {
  const fin = plusMois(signeeLe, regleEn(MOIS_DE_LA_CONVENTION, signeeLe))
  const terme = plusMois(signeeLe, regleEn(MOIS_AVANT_RENOUVELLEMENT, signeeLe) * (1 + renouvellements))
  return terme < fin ? terme : fin
}

const apres = (avant: SituationConvention, { acte, jour, texte }: ActeFait): SituationConvention => {
  switch (acte) {
    case 'SIGNER':
      // Who signs adheres to the chartes by the same signature (art. 2.3).
      return {
        ...adherer(avant, jour),
        etat: 'SIGNEE',
        signeeLe: jour,
        renouvellements: 0,
        terme: termeApres(jour, 0),
        finLe: plusMois(jour, regleEn(MOIS_DE_LA_CONVENTION, jour)),
        retireeLe: null,
        arreteLe: null,
        reference: texte,
      }
    case 'RENOUVELER': {
      if (avant.signeeLe === null) return avant
      const renouvellements = avant.renouvellements + 1
      return { ...avant, renouvellements, terme: termeApres(avant.signeeLe, renouvellements) }
    }
    case 'ARRETER':
      return { ...avant, etat: 'ARRETE', arreteLe: jour, terme: null, finLe: null, retireeLe: null, reference: texte }
    case 'PRENDRE_ACTE':
      return { ...avant, etat: 'RETIREE', retireeLe: jour, terme: null, finLe: null }
    case 'ADHERER':
      return adherer(avant, jour)
  }
}

/** Where a convention stands, from all that was done of it, the oldest first. */
export const situationConvention = (actes: readonly ActeFait[]): SituationConvention => actes.reduce(apres, RIEN)

/** Days before a convention's term from which the register warns of it. */
export const JOURS_D_AVANCE = 60

/** Categories that sign no convention: the national portal, and who keeps the register. */
const SANS_CONVENTION: readonly string[] = ['PORTAIL', 'GESTIONNAIRE']

/** Whether a service is one that signs a convention, and confirms its sheet. */
export const estConventionne = ({ categorie }: { readonly categorie: string }): boolean =>
  !SANS_CONVENTION.includes(categorie)

export const alerteConvention = (
  { etat, terme, finLe }: Pick<SituationConvention, 'etat' | 'terme' | 'finLe'>,
  aujourdhui: Jour,
): AlerteConvention => {
  if (etat === null) return { sorte: 'SANS' }
  if (etat !== 'SIGNEE' || terme === null) return { sorte: 'AUCUNE' }
  const reste = joursEntre(aujourdhui, terme)
  const renouvelable = terme !== finLe
  if (reste < 0) return { sorte: 'EXPIREE', jours: -reste, renouvelable }
  return reste <= JOURS_D_AVANCE ? { sorte: 'BIENTOT', jours: reste, renouvelable } : { sorte: 'AUCUNE' }
}
