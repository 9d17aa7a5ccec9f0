import {
  ACTES_DROIT,
  type ActeDroit,
  ETATS_DROIT,
  type EtatDroit,
  SORTES_ACTIVITE,
  SORTES_DROIT,
  type SorteActivite,
  type SorteDroit,
} from '../../web/activite.ts'
import { avecNumero, entier, id, instant, jour, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** An entry of the gestionnaire's journal of activity; withdrawn rather than changed. */
export const ACTIVITES = defineTableEtat(
  'activites',
  {
    id,
    territoire: texte,
    sorte: unDe(Object.keys(SORTES_ACTIVITE) as SorteActivite[]),
    jour,
    titre: avecNumero('MASQUE', texte),
    texte: avecNumero('MASQUE', texte),
    minutes: nul(entier),
    participants: nul(entier),
    par: texte,
    le: instant,
    retire_par: nul(texte),
    retire_le: nul(instant),
  },
  {
    decrit: {
      table: 'Le journal d’activité du gestionnaire.',
      colonnes: {
        sorte: 'support, formation, réunion ou promotion des chartes, par son code',
        jour: 'jour où c’est fait',
        titre: 'ce qui est fait, en quelques mots',
        minutes: { sens: 'durée ; vide sans elle', unite: 'minutes' },
        participants: { sens: 'personnes venues ou aidées ; vide sans elles', unite: 'personnes' },
        retire_par: 'qui l’a retirée',
        retire_le: 'instant du retrait',
      },
    },
  },
)

/** A request to exercise a right, without who asks nor the number it is about. */
export const DROITS = defineTableEtat(
  'droits',
  {
    id,
    territoire: texte,
    sorte: unDe(Object.keys(SORTES_DROIT) as SorteDroit[]),
  },
  {
    decrit: {
      table: 'Les demandes d’exercice des droits, sans nom ni numéro.',
      colonnes: { sorte: 'accès, rectification ou effacement, par son code' },
    },
  },
)

export const DROITS_ACTES = defineTableEtat(
  'droits_actes',
  {
    id,
    droit: entier,
    acte: unDe(Object.keys(ACTES_DROIT) as ActeDroit[]),
    vers: unDe(Object.keys(ETATS_DROIT) as EtatDroit[]),
    /** When it was received or answered; null for what has no date of its own. */
    jour: nul(jour),
    texte: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été fait de chaque demande d’exercice d’un droit.',
      colonnes: {
        droit: 'numéro de la demande',
        vers: 'état auquel l’acte mène',
        jour: 'jour de la réception ou de la réponse',
      },
    },
  },
)

export const TABLES_DE_L_ACTIVITE = [ACTIVITES, DROITS, DROITS_ACTES] as const
