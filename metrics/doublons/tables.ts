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
export const MARQUES = defineTable(
  'marques',
  {
    territoire: texte,
    instantane: jour,
    marque: texte,
    numero_unique: numero('LIGNE'),
    /** The demande that it repeats, to be kept in its place; null where a base was marked before this was kept. */
    anterieure: nul(numero('MASQUE')),
  },
  {
    decrit: {
      table: 'Les demandes que les empreintes d’identité ont désignées.',
      colonnes: {
        marque: 'doublons_actifs, forcages_injustifies, ou l’un suivi de _disculpe',
        anterieure: 'numéro unique de la demande qu’elle répète',
      },
    },
  },
)

/** Probable duplicates of a snapshot, found while its names were at hand: numbers, levels and weights, no name. */
export const DOUBLONS_PAIRES = defineTable(
  'doublons_paires',
  {
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
  },
  {
    decrit: {
      table: 'Les demandes probablement en double, cherchées pendant que les noms étaient là.',
      colonnes: {
        a: 'numéro unique de la première demande',
        b: 'numéro unique de la seconde, a < b',
        probabilite: 'probabilité d’un même ménage, de 0 à 1',
        cle: 'ce qui l’explique le mieux : IDENTIQUE, INVERSION, GRAPHIE, DATE, CONJOINT, CONTACT ou DEDUITE',
        face: 'identités comparées : 0 les demandeurs, 1 noms échangés, 2 demandeur et conjoint',
        deduite: 'déduite d’autres paires du groupe',
        nom: 'nom : accord des valeurs, par rang (0 : différentes) ; vide si l’une manque',
        prenom: 'prénom : accord des valeurs, par rang (0 : différentes) ; vide si l’une manque',
        naissance: 'date de naissance : accord des valeurs, par rang (0 : différentes) ; vide si l’une manque',
        telephone: 'téléphone : accord des valeurs, par rang (0 : différentes) ; vide si l’une manque',
        courriel: 'courriel : accord des valeurs, par rang (0 : différentes) ; vide si l’une manque',
        code_postal: 'code postal : accord des valeurs, par rang (0 : différentes) ; vide si l’une manque',
        conjoint: 'conjoint : accord des valeurs, par rang (0 : différentes) ; vide si l’une manque',
        depart: { sens: 'd’où part la rareté', unite: 'bits' },
        poids: { sens: 'ce qu’ajoute chaque comparaison', unite: 'bits' },
        prudence: { sens: 'ce qu’ôte la prudence', unite: 'bits' },
        par: 'numéro unique par lequel une paire déduite l’est',
      },
    },
  },
)

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
  {
    cle: ['territoire', 'instantane'],
    decrit: {
      table: 'Comment les doublons d’un instantané ont été cherchés.',
      colonnes: {
        demandes: { sens: 'demandes comparables', unite: 'demandes' },
        comparees: { sens: 'paires comparées', unite: 'paires' },
        regles: 'ce que chaque règle de rapprochement a apporté',
        modele: 'ce que la comparaison a appris ; vide si elle n’a pu apprendre',
        recherche_le: 'instant de la recherche',
      },
    },
  },
)
