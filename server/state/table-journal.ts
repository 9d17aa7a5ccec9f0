import { avecNumero, entier, id, instant, nul, texte } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** An entry of the audit log, chained to the one before. It holds no name. */
export const JOURNAL = defineTableEtat(
  'journal',
  {
    id,
    instant,
    /** The account's courriel, or `ligne de commande (…)`, or `anonyme`. */
    qui: texte,
    role: nul(texte),
    action: texte,
    territoire: nul(texte),
    /** How many records were shown or written. */
    nombre: nul(entier),
    /** A JSON object, kept as the text that was fingerprinted; a numéro unique purged from it reads « n° purgé ». */
    detail: avecNumero('MASQUE', texte),
    /** Salts the detail's fingerprint; null once the detail was purged. */
    sel: nul(texte),
    empreinte_detail: texte,
    precedent: texte,
    empreinte: texte,
  },
  {
    decrit: {
      table: 'Le journal d’audit, en chaîne : chaque entrée porte l’empreinte de la précédente.',
      colonnes: {
        instant: 'instant de l’acte',
        qui: 'adresse du compte, ligne de commande, ou anonyme',
        role: 'rôle de la personne ; vide sans compte',
        action: 'ce qui a été fait, par son code',
        territoire: 'territoire concerné ; vide s’il n’y en a pas un seul',
        nombre: 'enregistrements montrés ou écrits',
        detail: 'ce qui a été demandé, en JSON',
        sel: 'sel de l’empreinte du détail ; vide une fois le détail purgé',
        empreinte_detail: 'SHA-256 de [sel, detail]',
        precedent: 'empreinte de l’entrée précédente',
        empreinte: 'SHA-256 de [precedent, id, instant, qui, role, action, territoire, nombre, empreinte_detail]',
      },
    },
    // A detail that loses a number loses its salt.
    remise: { change: ['sel'] },
  },
)

/** The last entry dropped when the oldest ones passed their time: the chain begins after it. */
export const JOURNAL_ANCRES = defineTableEtat(
  'journal_ancres',
  { jusqu_a: entier, empreinte: texte, posee_le: instant },
  {
    decrit: {
      table: 'D’où la chaîne du journal repart quand ses plus vieilles entrées sont effacées.',
      colonnes: {
        jusqu_a: 'dernière entrée effacée',
        empreinte: 'empreinte de cette entrée',
        posee_le: 'instant de l’effacement',
      },
    },
  },
)
