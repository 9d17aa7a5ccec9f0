import type { NomDeChamp } from './champs.ts'
import { CONFIRMATION, RELANCE_CONFIRMATION, RELANCE_REVUE, REVUE } from './defauts/campagnes.ts'
import { EFFACEMENT, EN_TETE } from './defauts/communs.ts'
import { FORCAGES, LETTRE, MESSAGE, NOTE } from './defauts/mesures.ts'
import { COMPTE_RENDU, CONVOCATION } from './defauts/reunions.ts'
import { PARTIES, type Partie, type Parties } from './parties.ts'

/** A template: what it is for, the fields that it may name, its text until somebody writes another. */
export interface Modele {
  readonly nom: string
  readonly usage: string
  readonly champs: readonly NomDeChamp[]
  readonly defaut: Parties
  /** A letter, with its sender and its recipient; otherwise a document with a title. */
  readonly lettre: boolean
}

const COMMUNS = ['territoire', 'date', 'auteur'] as const
const D_UNE_MESURE = [
  ...COMMUNS,
  'service',
  'reference',
  'indicateurs',
  'articles',
  'constat',
  'faits',
  'conseils',
  'echeance',
  'ouverte_le',
] as const
const D_UNE_REUNION = [...COMMUNS, 'reunion', 'jour', 'lieu', 'ordre_du_jour'] as const

const D_UNE_CAMPAGNE = [...COMMUNS, 'service', 'adresse', 'annee', 'echeance'] as const

const definir = <const M extends Readonly<Record<string, Modele>>>(modeles: M): M => modeles

/** Every template, in the order of the page. */
export const MODELES = definir({
  EN_TETE: {
    nom: 'En-tête des lettres',
    usage: 'Qui écrit, d’où, et comment il signe : le même pour toutes les lettres.',
    champs: COMMUNS,
    defaut: EN_TETE,
    lettre: true,
  },
  MESSAGE: {
    nom: 'Message informel',
    usage: 'À l’ouverture d’une mesure : les faits, des conseils, de l’aide, un plan d’actions demandé.',
    champs: [...D_UNE_MESURE, 'listes'],
    defaut: MESSAGE,
    lettre: true,
  },
  FORCAGES: {
    nom: 'Message sur les forçages',
    usage: 'À l’ouverture d’une mesure qui ne porte que sur des forçages : il parle de pratique.',
    champs: [...D_UNE_MESURE, 'listes'],
    defaut: FORCAGES,
    lettre: true,
  },
  LETTRE: {
    nom: 'Lettre de demande formalisée',
    usage: 'Quand la demande est formalisée : les faits, l’article, l’échéance, le droit de répondre.',
    champs: [...D_UNE_MESURE, 'listes', 'adresse', 'rappel', 'motif', 'sanction'],
    defaut: LETTRE,
    lettre: true,
  },
  NOTE: {
    nom: 'Note au comité et au préfet',
    usage: 'Quand la mesure est signalée : les faits, la chronologie, les observations en entier, ce qui est demandé.',
    champs: [...D_UNE_MESURE, 'formalisee_le', 'sanction', 'chronologie', 'observations', 'demande'],
    defaut: NOTE,
    lettre: true,
  },
  CONVOCATION: {
    nom: 'Convocation d’une réunion',
    usage: 'Ce qui est envoyé à ceux qu’une réunion appelle.',
    champs: [...D_UNE_REUNION, 'destinataires'],
    defaut: CONVOCATION,
    lettre: true,
  },
  COMPTE_RENDU: {
    nom: 'Compte rendu de réunion',
    usage: 'Dans les sept jours : convocation, ordre du jour, présences, mandats, décisions.',
    champs: [...D_UNE_REUNION, 'convoquee_le', 'presences', 'mandats', 'decisions'],
    defaut: COMPTE_RENDU,
    lettre: false,
  },
  REVUE: {
    nom: 'Revue des habilitations',
    usage: 'Une fois l’an, à chaque service : ses agents habilités, et ce qu’il dit de chacun.',
    champs: [...D_UNE_CAMPAGNE, 'agents'],
    defaut: REVUE,
    lettre: true,
  },
  RELANCE_REVUE: {
    nom: 'Relance de la revue des habilitations',
    usage: 'Au service qui n’a pas signé sa réponse, une fois la relance notée.',
    champs: [...D_UNE_CAMPAGNE, 'agents', 'envoyee_le'],
    defaut: RELANCE_REVUE,
    lettre: true,
  },
  CONFIRMATION: {
    nom: 'Confirmation de la fiche du registre',
    usage: 'Une fois l’an, à chaque service : ce que le registre dit de lui, à confirmer ou à corriger.',
    champs: [...D_UNE_CAMPAGNE, 'fiche'],
    defaut: CONFIRMATION,
    lettre: true,
  },
  RELANCE_CONFIRMATION: {
    nom: 'Relance de la confirmation du registre',
    usage: 'Au service qui n’a pas confirmé sa fiche, une fois la relance notée.',
    champs: [...D_UNE_CAMPAGNE, 'fiche'],
    defaut: RELANCE_CONFIRMATION,
    lettre: true,
  },
  EFFACEMENT: {
    nom: 'Réponse à une demande d’effacement',
    usage: 'À un ménage qui demande que ses données soient effacées (RGPD, art. 17) : à compléter, sans numéro unique.',
    champs: [...COMMUNS, 'demandeur', 'recue_le', 'contact_dpo'],
    defaut: EFFACEMENT,
    lettre: true,
  },
})

export type CodeModele = keyof typeof MODELES

export const CODES_MODELES = Object.keys(MODELES) as readonly CodeModele[]

export const estModele = (code: string): code is CodeModele => Object.hasOwn(MODELES, code)

/** A template, whichever it is. */
export const modeleDe = (code: CodeModele): Modele => MODELES[code]

/** The texts that a template has, in the order of its page. */
export const partiesDe = (code: CodeModele): readonly Partie[] =>
  (Object.keys(PARTIES) as Partie[]).filter((partie) => Object.hasOwn(MODELES[code].defaut, partie))
