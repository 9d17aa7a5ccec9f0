import {
  booleen,
  entier,
  entierCourt,
  jour,
  json,
  mois,
  nul,
  reel,
  texte,
  unDe,
} from '../../ingest/socle/sql/colonne.ts'
import { defineTable } from '../../ingest/socle/sql/table.ts'
import { NIVEAUX } from '../resultat.ts'
import type { Distribution } from '../stats/distribution.ts'
import type { Irregularite } from './irregularite.ts'
import { ATTRIBUTIONS_JOURS, ATTRIBUTIONS_SIGNALEES, ATTRIBUTIONS_SILENCES } from './tables-signalees.ts'

/** How a snapshot's attributions were measured: beside which snapshot, with whose register, or why they were not. */
export const ATTRIBUTIONS_MESUREES = defineTable(
  'attributions_mesurees',
  { territoire: texte, instantane: jour, precedent: nul(jour), registre: nul(jour), motif: nul(texte) },
  {
    cle: ['territoire', 'instantane'],
    decrit: {
      table: 'Sur quoi repose la mesure des attributions d’un instantané.',
      colonnes: {
        precedent: 'instantané d’avant ; vide sans lui',
        motif: 'pourquoi elles ne sont pas mesurées ; vide si elles le sont',
      },
    },
  },
)

/** Lags from lease to record, by entity and month of signature, as a snapshot shows them. */
export const ATTRIBUTIONS_DELAIS = defineTable(
  'attributions_delais',
  {
    territoire: texte,
    instantane: jour,
    niveau: unDe(NIVEAUX),
    entite: texte,
    libelle: texte,
    categorie: nul(texte),
    mois,
    enregistrees: entier,
    n: entier,
    anterieures: entier,
    mediane: nul(reel),
    p90: nul(reel),
    plus_7: entier,
    plus_30: entier,
    plus_90: entier,
    distribution: json<Distribution>(),
  },
  {
    decrit: {
      table:
        'Les délais, de la signature du bail à sa saisie, par mois de signature, tels qu’un instantané les montre.',
      colonnes: {
        mois: 'mois de signature du bail, AAAA-MM',
        enregistrees: { sens: 'attributions saisies', unite: 'attributions' },
        n: { sens: 'celles dont le délai se mesure', unite: 'attributions' },
        anterieures: {
          sens: 'celles dont le bail est signé avant l’enregistrement de la demande',
          unite: 'attributions',
        },
        mediane: { sens: 'délai médian', unite: 'jours' },
        p90: { sens: 'neuvième décile du délai', unite: 'jours' },
        plus_7: { sens: 'saisies au-delà de 7 jours', unite: 'attributions' },
        plus_30: { sens: 'saisies au-delà de 30 jours', unite: 'attributions' },
        plus_90: { sens: 'saisies au-delà de 90 jours', unite: 'attributions' },
        distribution: 'nombre d’attributions par délai en jours',
      },
    },
  },
)

/** Leases recorded so many calendar months after the month of their signature. */
export const ATTRIBUTIONS_TRIANGLES = defineTable(
  'attributions_triangles',
  {
    territoire: texte,
    instantane: jour,
    niveau: unDe(NIVEAUX),
    entite: texte,
    mois,
    retard: entierCourt,
    n: entier,
  },
  {
    decrit: {
      table: 'Les attributions par mois de signature et mois jusqu’à la saisie.',
      colonnes: {
        mois: 'mois de signature du bail, AAAA-MM',
        retard: { sens: 'mois calendaires de la signature à la saisie', unite: 'mois' },
        n: { sens: 'attributions', unite: 'attributions' },
      },
    },
  },
)

/** What each of the twelve months that end with a snapshot's will come to, as it was estimated with it. */
export const ATTRIBUTIONS_ESTIMEES = defineTable(
  'attributions_estimees',
  {
    territoire: texte,
    instantane: jour,
    niveau: unDe(NIVEAUX),
    entite: texte,
    mois,
    enregistrees: entier,
    part_enregistree: nul(reel),
    estimees: nul(reel),
    ic_bas: nul(reel),
    ic_haut: nul(reel),
    provisoire: booleen,
    delai_median: nul(reel),
    delai_p90: nul(reel),
    /** What plain chain ladder gave, to be compared with. */
    chaine: reel,
    /** What is irregular and bears on the month; null where it was not looked for yet. */
    irregularites: nul(json<readonly Irregularite[]>()),
  },
  {
    decrit: {
      table: 'Ce que chaque mois de signature montrera une fois tout saisi, tel qu’estimé avec un instantané.',
      colonnes: {
        mois: 'mois de signature du bail, AAAA-MM',
        enregistrees: { sens: 'attributions déjà saisies', unite: 'attributions' },
        part_enregistree: 'part déjà saisie, de 0 à 1',
        estimees: { sens: 'attributions attendues ; vide sous un quart saisi', unite: 'attributions' },
        ic_bas: { sens: 'borne basse de l’intervalle à 90 %', unite: 'attributions' },
        ic_haut: { sens: 'borne haute de l’intervalle à 90 %', unite: 'attributions' },
        provisoire: 'moins de 95 % saisies',
        delai_median: { sens: 'délai médian attendu', unite: 'jours' },
        delai_p90: { sens: 'neuvième décile attendu du délai', unite: 'jours' },
        chaine: { sens: 'estimation par la seule méthode des triangles, pour comparaison', unite: 'attributions' },
        irregularites: 'saisies irrégulières qui pèsent sur le mois',
      },
    },
  },
)

/** The tables of a snapshot's measures. */
export const TABLES_MESURES = [
  ATTRIBUTIONS_DELAIS,
  ATTRIBUTIONS_TRIANGLES,
  ATTRIBUTIONS_ESTIMEES,
  ATTRIBUTIONS_JOURS,
  ATTRIBUTIONS_SIGNALEES,
  ATTRIBUTIONS_SILENCES,
] as const
