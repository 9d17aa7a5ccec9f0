import {
  ACTES_CAMPAGNE,
  ACTES_REPONSE,
  type ActeCampagne,
  type ActeReponse,
  type BilanRevue,
  DECISIONS_REVUE,
  type DecisionRevue,
  ETATS_CAMPAGNE,
  ETATS_REPONSE,
  type EtatCampagne,
  type EtatReponse,
} from '../../web/habilitations.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, entier, id, instant, jour, json, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

const auteur = { role: unDe(ROLES), par: texte, le: instant }

/** A review of the habilitations, for a civil year. Where it stands is told by its acts. */
export const CAMPAGNES = defineTableEtat(
  'campagnes',
  {
    id,
    territoire: texte,
    annee: entier,
  },
  { decrit: { table: 'Les revues des habilitations.', colonnes: { annee: 'année civile dont c’est la revue' } } },
)

export const CAMPAGNES_ACTES = defineTableEtat(
  'campagnes_actes',
  {
    id,
    campagne: entier,
    acte: unDe(Object.keys(ACTES_CAMPAGNE) as ActeCampagne[]),
    vers: unDe(Object.keys(ETATS_CAMPAGNE) as EtatCampagne[]),
    /** By when services are to answer; null for an act that sets no date. */
    jour: nul(jour),
    texte: avecNumero('MASQUE', texte),
    ...auteur,
  },
  {
    decrit: {
      table: 'Ce qui a été fait de chaque revue des habilitations.',
      colonnes: {
        campagne: 'numéro de la revue',
        vers: 'état auquel l’acte mène',
        jour: 'jour pour lequel répondre',
      },
    },
  },
)

/** A service that a review asks. */
export const CAMPAGNES_SERVICES = defineTableEtat(
  'campagnes_services',
  {
    id,
    campagne: entier,
    service: texte,
    service_libelle: texte,
  },
  {
    decrit: {
      table: 'Les services à qui une revue des habilitations est envoyée.',
      colonnes: {
        campagne: 'numéro de la revue',
        service: 'code du service',
        service_libelle: 'nom du service, ce jour-là',
      },
    },
  },
)

/** What was done of a service's answer. */
export const CAMPAGNES_REPONSES = defineTableEtat(
  'campagnes_reponses',
  {
    id,
    /** Row of `campagnes_services`. */
    demande: entier,
    acte: unDe(Object.keys(ACTES_REPONSE) as ActeReponse[]),
    vers: unDe(Object.keys(ETATS_REPONSE) as EtatReponse[]),
    texte: avecNumero('MASQUE', texte),
    /** How many lines say each thing, at a signature: it stays once the agents are erased. */
    bilan: nul(json<BilanRevue>()),
    ...auteur,
  },
  {
    decrit: {
      table: 'Ce qui a été fait de la réponse de chaque service.',
      colonnes: {
        demande: 'numéro de l’envoi au service',
        vers: 'état auquel l’acte mène',
        bilan: 'à la signature, nombre d’agents par réponse',
      },
    },
  },
)

/** What a service says of an agent, the latest row holding. */
export const CAMPAGNES_LIGNES = defineTableEtat(
  'campagnes_lignes',
  {
    id,
    demande: entier,
    habilitation: entier,
    decision: unDe(Object.keys(DECISIONS_REVUE) as DecisionRevue[]),
    depart_le: nul(jour),
    ...auteur,
  },
  {
    decrit: {
      table: 'Ce que les services disent de leurs agents, ligne à ligne.',
      colonnes: {
        demande: 'numéro de l’envoi au service',
        habilitation: 'numéro de l’habilitation',
        decision: 'garder, fermer, partie ou inconnue, par son code',
        depart_le: 'jour du départ de l’agent ; vide sans départ',
      },
    },
  },
)

export const TABLES_DES_CAMPAGNES = [
  CAMPAGNES,
  CAMPAGNES_ACTES,
  CAMPAGNES_SERVICES,
  CAMPAGNES_REPONSES,
  CAMPAGNES_LIGNES,
] as const
