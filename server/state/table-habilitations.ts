import {
  ACTES_HABILITATION,
  type ActeHabilitation,
  ETATS_HABILITATION,
  type EtatHabilitation,
  MOTIFS_SIGNALEMENT,
  type MotifSignalement,
  SORTES_HABILITATION,
  type SorteHabilitation,
} from '../../web/habilitations.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, entier, id, instant, jour, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** An access to the national system. Where it stands is told by its acts. */
export const HABILITATIONS = defineTableEtat(
  'habilitations',
  {
    id,
    territoire: texte,
    sorte: unDe(Object.keys(SORTES_HABILITATION) as SorteHabilitation[]),
    /** The service of an agent; null for another body. */
    service: nul(texte),
    /** What the service was called then. */
    service_libelle: nul(texte),
    /** The agent's name; null for another body. */
    agent: nul(avecNumero('MASQUE', texte)),
    /** The other body; null for an agent. */
    organisme: nul(avecNumero('MASQUE', texte)),
    /** The profile it was opened with. */
    profil: avecNumero('MASQUE', texte),
    /** The text that gives another body its access; null for an agent. */
    base_legale: nul(avecNumero('MASQUE', texte)),
  },
  {
    decrit: {
      table: 'Les accès au système national : agents des services, autres organismes.',
      colonnes: {
        sorte: 'AGENT ou ORGANISME',
        service: 'code du service de l’agent ; vide pour un autre organisme',
        service_libelle: 'nom du service, ce jour-là',
        agent: 'nom de l’agent ; vide pour un autre organisme',
        organisme: 'nom de l’organisme ; vide pour un agent',
        profil: 'profil d’accès à l’ouverture',
        base_legale: 'texte qui donne son accès à un autre organisme',
      },
    },
  },
)

/** What was done of a habilitation: rows are added, never changed. */
export const HABILITATIONS_ACTES = defineTableEtat(
  'habilitations_actes',
  {
    id,
    habilitation: entier,
    acte: unDe(Object.keys(ACTES_HABILITATION) as ActeHabilitation[]),
    /** The state it led to. */
    vers: unDe(Object.keys(ETATS_HABILITATION) as EtatHabilitation[]),
    /** The day it bears: opened, reported, closed on, or the last day of a certificate. */
    jour: nul(jour),
    /** The agent's last day. */
    depart_le: nul(jour),
    code: nul(unDe(Object.keys(MOTIFS_SIGNALEMENT) as MotifSignalement[])),
    /** A reason, a new profile, or where it comes from; empty without. */
    texte: avecNumero('MASQUE', texte),
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été fait de chaque accès au système national.',
      colonnes: {
        habilitation: 'numéro de l’habilitation',
        vers: 'état auquel l’acte mène',
        jour: 'jour que l’acte porte : ouverture, signalement, clôture au système national, fin du certificat',
        depart_le: 'jour du départ de l’agent ; vide sans départ',
        code: 'motif du signalement, par son code',
      },
    },
  },
)

export const TABLES_DES_HABILITATIONS = [HABILITATIONS, HABILITATIONS_ACTES] as const
