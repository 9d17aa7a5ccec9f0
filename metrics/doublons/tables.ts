import {
  booleen,
  type Colonne,
  entier,
  instant,
  jour,
  json,
  liste,
  nul,
  numero,
  petitEntier,
  reel,
  texte,
  unDe,
} from '../../ingest/socle/sql/colonne.ts'
import { defineTable } from '../../ingest/socle/sql/table.ts'
import type { Modele } from './modele.ts'
import type { BilanRegle } from './rapprocher.ts'

/** What a pair is explained best by. */
export const CLES = ['IDENTIQUE', 'INVERSION', 'GRAPHIE', 'DATE', 'CONJOINT', 'CONTACT', 'DEDUITE'] as const

/** Demandes that a rule between households picked out while their fingerprints were at hand. */
export const MARQUES = defineTable('marques', {
  territoire: texte,
  instantane: jour,
  marque: texte,
  numero_unique: numero('LIGNE'),
  /** The demande that it repeats, to be kept in its place; null where a base was marked before this was kept. */
  anterieure: nul(numero('MASQUE')),
})

/** Probable duplicates of a snapshot, found while its names were at hand: numbers, levels and weights, no name. */
export const DOUBLONS_PAIRES = defineTable('doublons_paires', {
  territoire: texte,
  instantane: jour,
  a: numero('LIGNE'),
  b: numero('LIGNE'),
  probabilite: reel,
  cle: unDe(CLES),
  /** Which identities were compared: 0 the applicants, 1 their names exchanged, 2 one's applicant and the other's spouse. */
  face: petitEntier as Colonne<0 | 1 | 2>,
  /** Implied by other pairs of its group, more than by itself. */
  deduite: booleen,
  nom: nul(petitEntier),
  prenom: nul(petitEntier),
  naissance: nul(petitEntier),
  telephone: nul(petitEntier),
  courriel: nul(petitEntier),
  code_postal: nul(petitEntier),
  conjoint: nul(petitEntier),
  /** Bits: what rarity starts from, what each comparison adds (then how the identities face each other), what caution takes away. */
  depart: reel,
  poids: liste(reel),
  prudence: reel,
  /** Of a deduced pair, the demande through which. */
  par: nul(numero('LIGNE')),
})

/** How they were looked for: what each blocking rule brought, what was learned. */
export const DOUBLONS_RECHERCHES = defineTable(
  'doublons_recherches',
  {
    territoire: texte,
    instantane: jour,
    demandes: entier,
    comparees: entier,
    regles: json<readonly BilanRegle[]>(),
    modele: nul(json<Modele>()),
    version: texte,
    recherche_le: instant,
  },
  { cle: ['territoire', 'instantane'] },
)
