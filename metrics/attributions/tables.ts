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
import { CODES_NATURES } from './signalees.ts'

/** How a snapshot's attributions were measured: beside which snapshot, with whose register, or why they were not. */
export const ATTRIBUTIONS_MESUREES = defineTable(
  'attributions_mesurees',
  { territoire: texte, instantane: jour, precedent: nul(jour), registre: nul(jour), motif: nul(texte) },
  { cle: ['territoire', 'instantane'] },
)

/** Lags from lease to record, by entity and month of signature, as a snapshot shows them. */
export const ATTRIBUTIONS_DELAIS = defineTable('attributions_delais', {
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
})

/** Leases recorded so many calendar months after the month of their signature. */
export const ATTRIBUTIONS_TRIANGLES = defineTable('attributions_triangles', {
  territoire: texte,
  instantane: jour,
  niveau: unDe(NIVEAUX),
  entite: texte,
  mois,
  retard: entierCourt,
  n: entier,
})

/** What each of the twelve months that end with a snapshot's will come to, as it was estimated with it. */
export const ATTRIBUTIONS_ESTIMEES = defineTable('attributions_estimees', {
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
})

/** The day of each quarter on which a guichet recorded most. */
export const ATTRIBUTIONS_JOURS = defineTable('attributions_jours', {
  territoire: texte,
  instantane: jour,
  guichet: texte,
  trimestre: texte,
  n: entier,
  jour,
  n_jour: entier,
})

/** How many attributions (or radiations that hide one) ask to be looked at, by what is odd and by guichet ('' where none is named). */
export const ATTRIBUTIONS_SIGNALEES = defineTable('attributions_signalees', {
  territoire: texte,
  instantane: jour,
  nature: unDe(CODES_NATURES),
  guichet: texte,
  n: entier,
})

/** Landlords' services that recorded no attribution for three months. */
export const ATTRIBUTIONS_SILENCES = defineTable('attributions_silences', {
  territoire: texte,
  instantane: jour,
  service: texte,
  libelle: texte,
  derniere: nul(jour),
  /** Recorded in the nine months before these three. */
  avant: entier,
})

/** The tables of a snapshot's measures. */
export const TABLES_MESURES = [
  ATTRIBUTIONS_DELAIS,
  ATTRIBUTIONS_TRIANGLES,
  ATTRIBUTIONS_ESTIMEES,
  ATTRIBUTIONS_JOURS,
  ATTRIBUTIONS_SIGNALEES,
  ATTRIBUTIONS_SILENCES,
] as const
