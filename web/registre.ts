import { nomCategorie } from './categories.ts'

/** Who a field of a sheet is for: the public list gives the first, never the second. */
export type Destination = 'PUBLIC' | 'INTERNE'

/** How a field is typed, and read. */
export type SorteDeChamp = 'LIGNE' | 'LIGNES' | 'JOUR' | 'CATEGORIE' | 'MODE' | 'GUICHETS' | 'SERVICE'

export interface ChampDeFiche {
  readonly libelle: string
  readonly destination: Destination
  readonly sorte: SorteDeChamp
  readonly aide?: string
  /** The service itself may propose a correction of it. */
  readonly propose?: true
}

/** How a service records: in the national system, by its own software, online. */
export const MODES = { DIRECT: 'Saisie directe', PRIVATIF: 'Logiciel privatif', PORTAIL: 'Portail' } as const

const POUR_LE_PUBLIC = { destination: 'PUBLIC' } as const
const INTERNE = { destination: 'INTERNE' } as const

/** What the sheet of a service enregistreur says, in the order in which it is read. */
export const CHAMPS_FICHE = {
  libelle: { libelle: 'Nom', sorte: 'LIGNE', ...POUR_LE_PUBLIC },
  categorie: { libelle: 'Catégorie', sorte: 'CATEGORIE', ...POUR_LE_PUBLIC },
  mode: { libelle: 'Mode d’enregistrement', sorte: 'MODE', ...POUR_LE_PUBLIC },
  guichets: { libelle: 'Guichets', sorte: 'GUICHETS', ...POUR_LE_PUBLIC, aide: 'Un par ligne : le code, puis le nom.' },
  adresses: {
    libelle: 'Adresses',
    sorte: 'LIGNES',
    ...POUR_LE_PUBLIC,
    aide: 'Une par ligne, telles que le public les lira.',
    propose: true,
  },
  horaires: { libelle: 'Horaires', sorte: 'LIGNES', ...POUR_LE_PUBLIC, propose: true },
  horaires_reportes_le: { libelle: 'Horaires reportés au portail le', sorte: 'JOUR', ...POUR_LE_PUBLIC },
  publics: {
    libelle: 'Publics accueillis',
    sorte: 'LIGNES',
    ...POUR_LE_PUBLIC,
    aide: 'Tous, ou ceux que le service reçoit : ses salariés, les ménages orientés par le SIAO.',
    propose: true,
  },
  telephone: {
    libelle: 'Téléphone public',
    sorte: 'LIGNE',
    ...POUR_LE_PUBLIC,
    aide: 'Un standard, jamais la ligne d’une personne.',
    propose: true,
  },
  courriel: {
    libelle: 'Courriel public',
    sorte: 'LIGNE',
    ...POUR_LE_PUBLIC,
    aide: 'Une adresse générique, jamais celle d’une personne.',
    propose: true,
  },
  adresse_postale: {
    libelle: 'Adresse des courriers',
    sorte: 'LIGNES',
    ...INTERNE,
    aide: 'Celle des lettres, ligne par ligne, sans le nom du service ; vide : la seule adresse du service.',
    propose: true,
  },
  contact: { libelle: 'Interlocuteur', sorte: 'LIGNE', ...INTERNE, aide: 'Jamais publié.', propose: true },
  contact_telephone: { libelle: 'Téléphone de l’interlocuteur', sorte: 'LIGNE', ...INTERNE, propose: true },
  contact_courriel: { libelle: 'Courriel de l’interlocuteur', sorte: 'LIGNE', ...INTERNE, propose: true },
  mandats: {
    libelle: 'Mandats',
    sorte: 'LIGNES',
    ...INTERNE,
    aide: 'Qui lui a donné mandat d’enregistrer, ou à qui il l’a donné.',
  },
  cesse_le: { libelle: 'A cessé d’enregistrer le', sorte: 'JOUR', ...INTERNE },
  successeur: {
    libelle: 'Successeur',
    sorte: 'SERVICE',
    ...INTERNE,
    aide: 'Le code du service qui reprend ses demandes.',
  },
} as const satisfies Readonly<Record<string, ChampDeFiche>>

export type NomDeChamp = keyof typeof CHAMPS_FICHE

export const NOMS_DES_CHAMPS = Object.keys(CHAMPS_FICHE) as readonly NomDeChamp[]

export const champDeFiche = (nom: NomDeChamp): ChampDeFiche => CHAMPS_FICHE[nom]

/** What a service may propose to correct of its own sheet. */
export const CHAMPS_PROPOSES = NOMS_DES_CHAMPS.filter((nom) => champDeFiche(nom).propose === true)

/** What a sheet says on a day: each field as text, empty where nothing is known; a day is `AAAA-MM-JJ`. */
export type Fiche = Readonly<Record<NomDeChamp, string>>

export const FICHE_VIDE = Object.fromEntries(NOMS_DES_CHAMPS.map((nom) => [nom, ''])) as Fiche

/** Why a version of a sheet was written. */
export const ORIGINES_FICHE = {
  REGISTRE: 'reprise du registre de l’instantané',
  SAISIE: 'saisie par le gestionnaire',
  CORRECTION: 'correction proposée par le service',
} as const

export type OrigineFiche = keyof typeof ORIGINES_FICHE

export const ETATS_CONVENTION = {
  SIGNEE: 'Convention signée',
  ARRETE: 'Arrêté du préfet',
  RETIREE: 'Retirée',
} as const

export type EtatConvention = keyof typeof ETATS_CONVENTION

export const ACTES_CONVENTION = {
  SIGNER: 'Convention signée',
  RENOUVELER: 'Convention renouvelée pour un an',
  ARRETER: 'Désigné par arrêté du préfet, après refus de signer',
  PRENDRE_ACTE: 'Retrait dont le préfet prend acte',
  ADHERER: 'Adhésion aux chartes en vigueur',
} as const

export type ActeConvention = keyof typeof ACTES_CONVENTION

export const ETATS_CONFIRMATION = {
  ATTENDUE: 'Attendue',
  PROPOSEE: 'Corrections à examiner',
  CONFIRMEE: 'Confirmée',
} as const

export type EtatConfirmation = keyof typeof ETATS_CONFIRMATION

export const ACTES_CONFIRMATION = {
  CONFIRMER: 'Rien n’a changé',
  PROPOSER: 'Corrections proposées',
  RETIRER: 'Proposition retirée',
  RELANCER: 'Relance du gestionnaire',
  CONSTATER: 'Confirmation constatée par le gestionnaire',
  ACCEPTER: 'Corrections acceptées',
  REFUSER: 'Corrections refusées',
} as const

export type ActeConfirmation = keyof typeof ACTES_CONFIRMATION

/** What is compared between a snapshot's register and ours: a whole service, or a field of its sheet. */
export const OBJETS_ECART = ['SERVICE', 'libelle', 'categorie', 'mode', 'guichets', 'adresses', 'horaires'] as const

export type ObjetEcart = (typeof OBJETS_ECART)[number]

export const ETATS_ECART = {
  A_RESOUDRE: 'À résoudre',
  REPORTE: 'Plus tard',
  ADOPTE: 'Registre de l’instantané adopté',
  GARDE: 'Fiche gardée',
} as const

export type EtatEcart = keyof typeof ETATS_ECART

export const ACTES_ECART = {
  ADOPTER: 'Adopter l’instantané',
  GARDER: 'Garder notre fiche',
  REPORTER: 'Plus tard',
} as const

export type ActeEcart = keyof typeof ACTES_ECART

export const nomObjetEcart = (objet: ObjetEcart): string =>
  objet === 'SERVICE' ? 'Service' : CHAMPS_FICHE[objet].libelle

/** A field's value as it is read: a category and a mode in words. */
export const direValeur = (nom: NomDeChamp, valeur: string): string => {
  const { sorte } = champDeFiche(nom)
  if (valeur === '') return ''
  if (sorte === 'CATEGORIE') return nomCategorie(valeur)
  return sorte === 'MODE' && Object.hasOwn(MODES, valeur) ? MODES[valeur as keyof typeof MODES] : valeur
}
