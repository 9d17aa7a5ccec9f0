import { ACTES_DECISION, ACTES_REUNION, CODES_OBLIGATIONS, NATURES_REUNION, PRESENCES } from '../../web/agenda.ts'
import { avecNumero, entier, id, instant, jour, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

const codesDe = <T extends string>(mots: Readonly<Record<T, unknown>>) => Object.keys(mots) as T[]

/** A meeting; all that is known of it is in its acts. */
export const REUNIONS = defineTableEtat(
  'reunions',
  {
    id,
    territoire: texte,
    nature: unDe(codesDe(NATURES_REUNION)),
    par: texte,
    le: instant,
  },
  { decrit: { table: 'Les réunions.', colonnes: { nature: 'sorte de réunion, par son code' } } },
)

/** What was done of a meeting. A row is never changed. */
export const REUNIONS_ACTES = defineTableEtat(
  'reunions_actes',
  {
    id,
    reunion: entier,
    acte: unDe(codesDe(ACTES_REUNION)),
    /** When it is to be held, was held, or when what is sent was; null for what has no date of its own. */
    jour: nul(jour),
    lieu: avecNumero('MASQUE', texte),
    /** The order of the day, whom a convocation went to, or a reason; empty without. */
    texte: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été fait d’une réunion.',
      colonnes: { reunion: 'numéro de la réunion', lieu: 'où elle se tient' },
    },
  },
)

/** Who was called, came, or was represented; the latest row of a service holds. */
export const REUNIONS_PRESENCES = defineTableEtat(
  'reunions_presences',
  {
    id,
    reunion: entier,
    /** Code of the service; null for another body. */
    service: nul(texte),
    libelle: avecNumero('MASQUE', texte),
    presence: unDe(codesDe(PRESENCES)),
    /** The service that represents it (art. 4.2); null where none does. */
    mandataire: nul(avecNumero('MASQUE', texte)),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Qui a été convoqué, est venu ou a été représenté.',
      colonnes: {
        reunion: 'numéro de la réunion',
        libelle: 'nom du service ou de l’organisme',
        presence: 'convoqué, présent, absent ou représenté, par son code',
        mandataire: 'service qui le représente ; vide sans lui',
      },
    },
  },
)

/** What a meeting decided: who does it, by when. */
export const REUNIONS_DECISIONS = defineTableEtat(
  'reunions_decisions',
  {
    id,
    reunion: entier,
    texte: avecNumero('MASQUE', texte),
    qui: avecNumero('MASQUE', texte),
    pour_le: nul(jour),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qu’une réunion a décidé.',
      colonnes: { reunion: 'numéro de la réunion', qui: 'qui le fait', pour_le: 'pour quel jour ; vide sans échéance' },
    },
  },
)

/** What became of a decision. */
export const REUNIONS_SUITES = defineTableEtat(
  'reunions_suites',
  {
    id,
    decision: entier,
    acte: unDe(codesDe(ACTES_DECISION)),
    texte: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
  },
  { decrit: { table: 'Ce qu’il est advenu d’une décision.', colonnes: { decision: 'numéro de la décision' } } },
)

/** An obligation that the gestionnaire says done, on a day; withdrawn rather than changed. */
export const OBLIGATIONS_FAITES = defineTableEtat(
  'obligations_faites',
  {
    id,
    territoire: texte,
    obligation: unDe(CODES_OBLIGATIONS),
    /** The semester, the year or the service that it is of. */
    periode: texte,
    /** The service whose report was received, or that was trained; null for what is of none. */
    service: nul(texte),
    fait_le: jour,
    texte: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
    retire_par: nul(texte),
    retire_le: nul(instant),
  },
  {
    decrit: {
      table: 'Les obligations que le gestionnaire dit faites.',
      colonnes: {
        obligation: 'l’obligation, par son code',
        periode: 'semestre, année ou service concerné',
        fait_le: 'jour où c’est fait',
        retire_par: 'qui l’a retirée',
        retire_le: 'instant du retrait',
      },
    },
  },
)

/** An address that a calendar program reads: the SHA-256 of its secret, never the secret itself. */
export const CALENDRIERS = defineTableEtat(
  'calendriers',
  {
    id,
    territoire: texte,
    empreinte: texte,
    /** The account that asked for it: once it is closed, the address gives nothing. */
    compte: entier,
    cree_le: instant,
    revoque_le: nul(instant),
  },
  {
    decrit: {
      table: 'Les adresses que lisent les logiciels d’agenda ; toutes révoquées à la reprise.',
      colonnes: {
        empreinte: 'SHA-256 du secret de l’adresse ; jamais remis',
        compte: 'numéro du compte qui l’a demandée',
        cree_le: 'instant de la création',
        revoque_le: 'instant de la révocation',
      },
    },
    remise: { sauf: ['empreinte'], change: ['revoque_le'] },
  },
)

export const TABLES_DE_L_AGENDA = [
  REUNIONS,
  REUNIONS_ACTES,
  REUNIONS_PRESENCES,
  REUNIONS_DECISIONS,
  REUNIONS_SUITES,
  OBLIGATIONS_FAITES,
  CALENDRIERS,
] as const
