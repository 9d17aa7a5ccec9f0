import { ACTES_CONTROLE, CODES_POINTS } from '../../web/controles.ts'
import { avecNumero, entier, id, instant, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

const ACTES = Object.keys(ACTES_CONTROLE) as (keyof typeof ACTES_CONTROLE)[]

/** What was done of the control of a month: a tick, a note, a signature. A row is never changed. */
export const CONTROLES_ACTES = defineTableEtat(
  'controles_actes',
  {
    id,
    territoire: texte,
    /** `AAAA-MM`. */
    mois: texte,
    acte: unDe(ACTES),
    /** One of the twelve points; null for what is of the whole control. */
    point: nul(unDe(CODES_POINTS)),
    /** The note, or the reason; empty without. Refused where it holds a number. */
    texte: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été fait du contrôle d’un mois.',
      colonnes: { point: 'un des douze points, par son code ; vide pour tout le contrôle' },
    },
  },
)

/** What a signature froze. */
export const CONTROLES_SIGNATURES = defineTableEtat(
  'controles_signatures',
  {
    id,
    /** The signature among the acts. */
    acte: entier,
    /** The name of who signed, as their account had it. */
    nom: texte,
    /** JSON, kept as the text that was digested. */
    faits: texte,
    /** SHA-256 of `faits`, in hexadecimal. */
    empreinte: texte,
    /** The report of the month as JSON, its SHA-256 among `faits`; null for what was signed before reports were kept. */
    document: nul(texte),
  },
  {
    decrit: {
      table: 'Ce que chaque signature d’un contrôle a figé.',
      colonnes: {
        acte: 'numéro de la signature parmi les actes',
        nom: 'nom de qui a signé',
        faits: 'ce que l’application savait, en JSON',
        empreinte: 'SHA-256 de faits, en hexadécimal',
        document:
          'rapport du contrôle tel que signé, en JSON, son SHA-256 parmi les faits ; vide avant que les rapports soient gardés',
      },
    },
  },
)
