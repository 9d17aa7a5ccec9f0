import { deMois, formatJour } from '../../ingest/socle/francais/format.ts'
import { accord, capitale, compte, dansPhrase, enLettres } from '../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { type Echeance, nomObligation, type Obligation } from '../agenda.ts'

/** What there is to do, as an order: the verb first. */
const GESTES: Readonly<Record<Obligation, (objet: string) => string>> = {
  CONTROLE: (mois) => `Signer le contrôle ${deMois(mois)}`,
  COMPTE_RENDU_PREFET: (semestre) => `Publier le compte rendu au préfet du ${semestre}`,
  BILAN_PARTENAIRES: (semestre) => `Publier le bilan aux partenaires du ${semestre}`,
  COMITE: () => 'Tenir le comité de pilotage',
  REUNION_SERVICES: () => 'Tenir la réunion des services',
  COMPTE_RENDU_REUNION: (reunion) => `Envoyer le compte rendu : ${dansPhrase(reunion)}`,
  FORMATION: () => 'Former les nouveaux services',
  FORMATION_SERVICE: (service) => `Former ${service}`,
  HABILITATIONS: () => 'Revoir les habilitations du système national',
  REGISTRE: () => 'Faire confirmer le registre des services',
  BILANS_BAILLEURS: (annee) => `Recevoir les bilans des bailleurs, ${annee}`,
  PLENIERE: () => 'Participer à la réunion plénière nationale',
}

export const direGeste = ({ obligation, objet, etat }: Pick<Echeance, 'obligation' | 'objet' | 'etat'>): string =>
  etat === 'MANQUANT' ? `Charger l’instantané ${deMois(objet)}` : GESTES[obligation](objet)

/** The same, of a calendar that other programs show: it names no service. */
export const direPublic = ({ obligation, objet }: Pick<Echeance, 'obligation' | 'objet'>): string =>
  obligation === 'FORMATION_SERVICE' ? 'Former un nouveau service' : GESTES[obligation](objet)

/** Days ahead that « now » looks at. */
export const JOURS_DEVANT = 62

/** What is late, the longest first, then the months that have no snapshot, then what falls due before long. */
export const aFaireMaintenant = (echeances: readonly Echeance[]): Echeance[] => [
  ...echeances.filter(({ etat }) => etat === 'EN_RETARD').toSorted((a, b) => b.retard - a.retard),
  ...echeances.filter(({ etat }) => etat === 'MANQUANT'),
  ...echeances.filter(({ etat, reste }) => etat === 'A_FAIRE' && reste <= JOURS_DEVANT),
]

/** « 2 en retard, 4 dues dans les deux mois »: how many of each are to do now. */
export const direAFaire = (siennes: readonly Echeance[]): string => {
  const retards = siennes.filter(({ etat }) => etat === 'EN_RETARD').length
  const manquants = siennes.filter(({ etat }) => etat === 'MANQUANT').length
  const dues = siennes.length - retards - manquants
  return [
    ...(retards === 0 ? [] : [`${retards}\u00a0en retard`]),
    ...(manquants === 0 ? [] : [compte(manquants, 'mois manquant', 'mois manquants')]),
    ...(dues === 0 ? [] : [`${compte(dues, 'due', 'dues')} dans les deux mois`]),
  ].join(', ')
}

/** « 5 j de retard », « dans 7 j, 01/12/2026 ». */
export const direDelai = ({ etat, retard, reste, echeance }: Echeance): string => {
  if (etat === 'EN_RETARD') return `${compte(retard, 'jour')} de retard`
  if (etat === 'MANQUANT') return 'mois manquant'
  return reste === 0 ? 'aujourd’hui' : `dans ${compte(reste, 'jour')}, ${formatJour(echeance)}`
}

/** The day that a calendar shows something on: when it was done, else when it is due. */
export const jourMontre = ({ faiteLe, echeance }: Echeance): Jour => faiteLe ?? echeance

/** What a year shows: done in it, or still due in it. */
export const deLAnnee = (echeances: readonly Echeance[], annee: number): Echeance[] =>
  echeances.filter((e) => jourMontre(e).slice(0, 4) === String(annee))

/** « Trois sont dues », « une est due », « aucune n’est due ». */
const combien = (n: number, est: string, sont: string): string =>
  n === 0 ? `aucune n’${est}` : `${enLettres(n, 'f')} ${accord(n, est, sont)}`

/** The finding of a year: what is late by name, then counts. */
export const direAnnee = (echeances: readonly Echeance[]): { readonly gras: string; readonly suite: string } => {
  const retards = echeances.filter(({ etat }) => etat === 'EN_RETARD')
  const faites = echeances.filter(({ etat }) => etat === 'FAITE').length
  const aVenir = echeances.filter(({ etat }) => etat === 'A_FAIRE').length
  const [premier, ...autres] = retards
  const manquants = echeances.filter(({ etat }) => etat === 'MANQUANT').length
  const sans =
    manquants === 0
      ? ''
      : ` ${capitale(enLettres(manquants))} mois ${accord(manquants, 'est', 'sont')} sans instantané.`
  const dues = `${capitale(combien(aVenir, 'est encore due', 'sont encore dues'))}, ${combien(faites, 'est faite', 'sont faites')}.${sans}`
  if (premier === undefined) return { gras: 'Aucune obligation n’est en retard.', suite: ` ${dues}` }
  if (autres.length > 0)
    return { gras: `${capitale(enLettres(retards.length, 'f'))} obligations sont en retard.`, suite: ` ${dues}` }
  return { gras: 'Une obligation est en retard', suite: ` : ${dansPhrase(direPublic(premier))}. ${dues}` }
}

/** An occurrence that may be recorded, as a form names it. */
export const libelleConsigne = ({ obligation, objet }: Echeance): string => `${nomObligation(obligation)}, ${objet}`
