import { CODES_LISTES, ISSUES_ENVOI, type IssueEnvoi } from '../../web/diffusion.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, entier, id, instant, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** Who each list sends to. Withdrawn rather than changed. */
export const DIFFUSION_DESTINATAIRES = defineTableEtat(
  'diffusion_destinataires',
  {
    id,
    territoire: texte,
    liste: unDe(CODES_LISTES),
    nom: avecNumero('MASQUE', texte),
    courriel: texte,
    par: texte,
    le: instant,
    retire_par: nul(texte),
    retire_le: nul(instant),
  },
  {
    decrit: {
      table: 'Les listes de diffusion : à qui part chaque rapport.',
      colonnes: {
        liste: 'ce qui est envoyé, par son code',
        nom: 'nom de la personne ou de l’organisme',
        courriel: 'adresse de messagerie',
        retire_par: 'qui l’a retiré, par son compte ; vide s’il reçoit',
        retire_le: 'quand il a été retiré ; vide s’il reçoit',
      },
    },
  },
)

/** A message to one person, once for each thing sent; what became of it is told by its attempts. A row is never changed. */
export const DIFFUSION_ENVOIS = defineTableEtat(
  'diffusion_envois',
  {
    id,
    territoire: texte,
    liste: unDe(CODES_LISTES),
    /** What is sent, by the name that makes it be sent once: « rapport 12 ». */
    cle: texte,
    destinataire: entier,
    nom: avecNumero('MASQUE', texte),
    courriel: texte,
    objet: avecNumero('MASQUE', texte),
    texte: avecNumero('MASQUE', texte),
    /** The document that goes with it; null for a message that only links. */
    document: nul(entier),
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Les messages envoyés aux listes de diffusion, un par personne et par envoi.',
      colonnes: {
        liste: 'ce qui est envoyé, par son code',
        cle: 'ce dont le message parle, qui ne s’envoie qu’une fois à chacun',
        destinataire: 'numéro de la ligne de la liste',
        nom: 'nom de la personne ou de l’organisme',
        courriel: 'adresse de messagerie',
        objet: 'objet du message',
        texte: 'texte du message',
        document: 'numéro du document joint ; vide sans',
      },
    },
  },
)

/** What happened of each message: rows are added, never changed. */
export const DIFFUSION_TENTATIVES = defineTableEtat(
  'diffusion_tentatives',
  {
    id,
    envoi: entier,
    issue: unDe(Object.keys(ISSUES_ENVOI) as IssueEnvoi[]),
    /** What went wrong, in words; empty where nothing did. Holds no address. */
    detail: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui est arrivé à chaque message, essai par essai.',
      colonnes: {
        envoi: 'numéro du message',
        issue: 'commencé, parti, déposé, sans succès, refusé, relancé ou annulé',
        detail: 'ce qui a manqué ; vide si rien',
      },
    },
  },
)

/** What the application prepared by itself, once for each period. */
export const PREPARATIONS = defineTableEtat(
  'preparations',
  {
    id,
    territoire: texte,
    quoi: unDe(['CONTROLE', 'RAPPORTS']),
    periode: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce que le logiciel a préparé de lui-même.',
      colonnes: {
        quoi: 'contrôle mensuel, ou rapports d’un semestre',
        periode: 'mois AAAA-MM, ou semestre AAAA-S1 ou AAAA-S2',
      },
    },
  },
)

export const TABLES_DE_LA_DIFFUSION = [
  DIFFUSION_DESTINATAIRES,
  DIFFUSION_ENVOIS,
  DIFFUSION_TENTATIVES,
  PREPARATIONS,
] as const
