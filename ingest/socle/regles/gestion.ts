import { enJour } from '../jour.ts'
import type { Regle } from './regle.ts'

const depuis = enJour('2011-01-01')

/** Days after a month's snapshot, or after the end of a month that has none, by which its control is to be signed. */
export const JOURS_DU_CONTROLE: Regle = [{ depuis, valeur: 31, source: 'Convention, 3.2.2 b : contrôle mensuel' }]

/** Days after a meeting by which its minutes are to be sent. */
export const JOURS_DU_COMPTE_RENDU: Regle = [{ depuis, valeur: 7, source: 'Convention, 3.2.2 e : compte rendu' }]

/** Meetings of the steering committee in a civil year. */
export const COMITES_PAR_AN: Regle = [{ depuis, valeur: 2, source: 'Convention, 3.2.2 e ; une au moins, 4.1' }]

/** Meetings of the services in a civil year. */
export const REUNIONS_PAR_AN: Regle = [{ depuis, valeur: 2, source: 'Convention, 3.2.2 e : réunions des services' }]

/** Months after a service has joined by which it is to be trained. */
export const MOIS_DE_FORMATION: Regle = [{ depuis, valeur: 6, source: 'Convention, 3.2.2 d : formation des services' }]

/** Days for which a list of demandes is read once it is joined to a measure or to a report; it expires after. */
export const JOURS_D_UNE_ANNEXE: Regle = [
  {
    depuis,
    valeur: 90,
    source: 'Contrat, travail du gestionnaire et comptes rendus : listes en annexe, quatre-vingt-dix jours',
  },
]

/** Days before the last day of a certificate at which it is recalled, the farthest first. */
export const RAPPELS_DU_CERTIFICAT: readonly [Regle, Regle, Regle] = [
  [{ depuis, valeur: 60, source: 'Contrat, habilitations : certificat rappelé soixante jours avant' }],
  [{ depuis, valeur: 30, source: 'Contrat, habilitations : certificat rappelé trente jours avant' }],
  [{ depuis, valeur: 7, source: 'Contrat, habilitations : certificat rappelé sept jours avant' }],
]

/** Months in which a person who exercises a right is answered, and those that a complex request adds. */
export const MOIS_DE_REPONSE_A_UN_DROIT: Regle = [
  { depuis: enJour('2018-05-25'), valeur: 1, source: 'Règlement (UE) 2016/679, article 12, paragraphe 3 : un mois' },
]
export const MOIS_DE_PROLONGATION_D_UN_DROIT: Regle = [
  {
    depuis: enJour('2018-05-25'),
    valeur: 2,
    source: 'Règlement (UE) 2016/679, article 12, paragraphe 3 : prolongation de deux mois',
  },
]
