import {
  booleen,
  type Colonne,
  entier,
  entierCourt,
  instant,
  jour,
  json,
  liste,
  nul,
  octet,
  reel,
  texte,
  unDe,
} from '../../ingest/socle/sql/colonne.ts'
import { defineTable } from '../../ingest/socle/sql/table.ts'
import { type Motif, NIVEAUX, STATUTS } from '../resultat.ts'
import type { Distribution } from '../stats/distribution.ts'

/** Why a figure has no value. */
const motif = texte as Colonne<Motif>

/** What one pass over a month's snapshot gave, by key (a guichet's code, a siren, or '' where nobody is named). */
export const FAITS = defineTable('faits', {
  territoire: texte,
  mois: texte,
  /** `fil`: as the month's own snapshot knew it; `consolide`: as the latest one does. */
  lecture: unDe(['fil', 'consolide']),
  indicateur: texte,
  cle: texte,
  effectif: entier,
  numerateur: nul(entier),
  distribution: nul(json<Distribution>()),
  details: nul(json<Readonly<Record<string, number>>>()),
})

/** Objectif, seuil and minimum an indicator is judged by. */
interface NormeStockee {
  readonly objectif: number | null
  readonly seuil: number | null
  readonly minimum: number
}

/** How a month was computed: its snapshots, what could not be measured, whom it met, the software. */
export const MOIS_CALCULES = defineTable(
  'mois_calcules',
  {
    territoire: texte,
    mois: texte,
    instantane: jour,
    s0: nul(jour),
    s_moins: nul(jour),
    /** The snapshot whose register it was. */
    registre: nul(jour),
    /** Why indicators have no value, by code. */
    motifs: json<Readonly<Record<string, Motif>>>(),
    /** What the month was first judged by, by code. */
    normes: json<Readonly<Record<string, NormeStockee>>>(),
    /** Guichets that its demandes or messages name. */
    guichets: liste(texte),
    version: texte,
    calcule_le: instant,
  },
  { cle: ['territoire', 'mois'] },
)

/** The figures that everything else reads: a month's (duree 1) and those of the twelve months ending with it (duree 12). */
export const RESULTATS = defineTable('resultats', {
  territoire: texte,
  mois: texte,
  duree: octet,
  niveau: unDe(NIVEAUX),
  entite: texte,
  indicateur: texte,
  libelle: texte,
  categorie: nul(texte),
  date_fermeture: nul(jour),
  mois_couverts: octet,
  numerateur: nul(entier),
  denominateur: nul(entier),
  valeur: nul(reel),
  p90: nul(reel),
  ic_bas: nul(reel),
  ic_haut: nul(reel),
  reference: nul(reel),
  z_ajuste: nul(reel),
  atypique: nul(booleen),
  statut: nul(unDe(STATUTS)),
  statut_12_mois: nul(unDe(STATUTS)),
  statut_affiche: nul(unDe(STATUTS)),
  motif: nul(motif),
  details: nul(json<Readonly<Record<string, number>>>()),
  distribution: nul(json<Distribution>()),
  consolide: nul(reel),
  objectif: nul(reel),
  seuil: nul(reel),
  minimum: nul(entierCourt),
})

/** The peers that each figure of `resultats` was judged among: all that their funnel is drawn from. */
export const PAIRS_JUGES = defineTable('pairs_juges', {
  territoire: texte,
  mois: texte,
  duree: octet,
  niveau: unDe(NIVEAUX),
  categorie: texte,
  indicateur: texte,
  p0: reel,
  /** Null under three peers. */
  phi: nul(reel),
  tau2: nul(reel),
  effectif: entierCourt,
})
