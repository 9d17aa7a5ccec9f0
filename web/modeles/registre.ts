import { formatJour } from '../../ingest/socle/francais/format.ts'
import { accord, compte, dansPhrase, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { estJour } from '../../ingest/socle/jour.ts'
import {
  champDeFiche,
  direValeur,
  ETATS_CONFIRMATION,
  type Fiche,
  NOMS_DES_CHAMPS,
  type NomDeChamp,
} from '../registre.ts'
import type { AlerteConvention, Changement, ConfirmationVue, ServiceVue, SituationConvention } from '../registre-vue.ts'

/** The fields that differ from one state of a sheet to another; all that it says where there was none before. */
export const changementsDe = (avant: Fiche | null, apres: Fiche): Changement[] =>
  NOMS_DES_CHAMPS.flatMap((champ) => {
    const [dit, dira] = [avant?.[champ] ?? '', apres[champ]]
    return dit === dira ? [] : [{ champ, avant: dit, apres: dira }]
  })

/** A field's value as it is read; nothing where nothing is known. */
export const montrerValeur = (nom: NomDeChamp, valeur: string): string => {
  if (valeur === '') return ''
  return champDeFiche(nom).sorte === 'JOUR' && estJour(valeur) ? formatJour(valeur) : direValeur(nom, valeur)
}

/** « à renouveler dans 12 jours », « expirée depuis 3 jours »: null where nothing is called for. */
export const direAlerte = (alerte: AlerteConvention): string | null => {
  if (!('jours' in alerte)) return alerte.sorte === 'SANS' ? 'aucune convention' : null
  const { jours, renouvelable } = alerte
  if (alerte.sorte === 'EXPIREE') return `expirée depuis ${compte(jours, 'jour')}`
  const quand = jours === 0 ? 'aujourd’hui' : `dans ${compte(jours, 'jour')}`
  return renouvelable ? `à renouveler, terme ${quand}` : `prend fin ${quand}, une autre est à signer`
}

/** Whether the convention of a service is what needs somebody: to be signed, renewed, or past. */
export const conventionAVoir = ({ actif, alerte }: Pick<ServiceVue, 'actif' | 'alerte'>): boolean =>
  actif && alerte.sorte !== 'AUCUNE'

const joursRestants = ({ alerte }: ServiceVue): number =>
  'jours' in alerte ? (alerte.sorte === 'EXPIREE' ? -alerte.jours : alerte.jours) : 0

/** Those whose convention is past its term or near it, the most pressing first. */
export const conventionsATerme = (services: readonly ServiceVue[]): ServiceVue[] =>
  services.filter(({ alerte }) => 'jours' in alerte).toSorted((a, b) => joursRestants(a) - joursRestants(b))

/** What a convention is, in a few words: « signée le 10/03/2024, vaut jusqu’au 10/03/2027 ». */
export const direConvention = (c: SituationConvention): string => {
  if (c.etat === null) return 'aucune'
  if (c.etat === 'ARRETE') return `arrêté du ${formatJour(c.arreteLe)}`
  if (c.etat === 'RETIREE') return `retirée, le préfet en prend acte le ${formatJour(c.retireeLe)}`
  return `signée le ${formatJour(c.signeeLe)}, vaut jusqu’au ${formatJour(c.terme)}`
}

/** Where the confirmation of a sheet stands, in a few words. */
export const direConfirmation = (c: ConfirmationVue, attendu: boolean): string => {
  if (c.etat === 'CONFIRMEE') return `confirmée le ${formatJour(c.le)}`
  if (!attendu) return 'non demandée'
  if (c.etat === 'PROPOSEE') return dansPhrase(ETATS_CONFIRMATION.PROPOSEE)
  return c.relanceLe === null ? 'attendue' : `attendue, relancée le ${formatJour(c.relanceLe)}`
}

/** How many are in each situation that the page can be narrowed to. */
export const VUES = {
  tous: { libelle: 'En exercice', garde: ({ actif }: ServiceVue) => actif },
  conventions: { libelle: 'Conventions à voir', garde: conventionAVoir },
  confirmer: {
    libelle: 'Fiches à confirmer',
    garde: ({ attendu, confirmation }: ServiceVue) => attendu && confirmation.etat === 'ATTENDUE',
  },
  corrections: {
    libelle: 'Corrections à examiner',
    garde: ({ confirmation }: ServiceVue) => confirmation.etat === 'PROPOSEE',
  },
  partis: { libelle: 'Partis', garde: ({ actif }: ServiceVue) => !actif },
} as const

export type Vue = keyof typeof VUES

export const vueDemandee = (demandee: string | undefined): Vue =>
  demandee !== undefined && Object.hasOwn(VUES, demandee) ? (demandee as Vue) : 'tous'

const combien = (n: number, un: string, plusieurs: string): string =>
  `${n === 0 ? 'aucune' : enLettres(n, 'f')} ${accord(n, un, plusieurs)}`

/** The finding of the register: how many services, which conventions call for something, how far confirmations are. */
export const constatDuRegistre = (services: readonly ServiceVue[], annee: number): string => {
  const actifs = services.filter(({ actif }) => actif)
  if (actifs.length === 0) return 'Le registre est vide.'
  const de = (sorte: AlerteConvention['sorte']) => actifs.filter(({ alerte }) => alerte.sorte === sorte).length
  const attendus = actifs.filter(({ attendu }) => attendu)
  const confirmes = attendus.filter(({ confirmation }) => confirmation.etat === 'CONFIRMEE').length
  return [
    `${compte(actifs.length, 'service')} en exercice.`,
    `Conventions : ${combien(de('EXPIREE'), 'expirée', 'expirées')}, ${combien(de('BIENTOT'), 'arrive', 'arrivent')} à terme dans les soixante jours, ${de('SANS')} à signer.`,
    `Fiches confirmées en ${annee} : ${confirmes} sur ${attendus.length}.`,
  ].join(' ')
}
