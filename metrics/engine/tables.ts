import {
  booleen,
  type Colonne,
  entier,
  entierCourt,
  instant,
  jour,
  json,
  liste,
  mois,
  nul,
  octet,
  reel,
  texte,
  unDe,
} from '../../ingest/socle/sql/colonne.ts'
import { defineTable, type LigneDeTable } from '../../ingest/socle/sql/table.ts'
import type { Motif } from '../motif.ts'
import { NIVEAUX } from '../niveau.ts'
import type { Distribution } from '../stats/distribution.ts'
import { STATUTS } from '../statut.ts'
import type { Normes } from './norme.ts'

/** Why a figure has no value. */
const motif = texte as Colonne<Motif>

/** What one pass over a month's snapshot gave, by key (a guichet's code, a siren, or '' where nobody is named). */
export const FAITS = defineTable('faits', {
  territoire: texte,
  mois,
  /** `fil`: as the month's own snapshot knew it; `consolide`: as the latest one does. */
  lecture: unDe(['fil', 'consolide']),
  indicateur: texte,
  cle: texte,
  effectif: entier,
  numerateur: nul(entier),
  distribution: nul(json<Distribution>()),
  details: nul(json<Readonly<Record<string, number>>>()),
})

/** How a month was computed: its snapshots, what could not be measured, whom it met, the software. */
export const MOIS_CALCULES = defineTable(
  'mois_calcules',
  {
    territoire: texte,
    mois,
    instantane: jour,
    s0: nul(jour),
    s_moins: nul(jour),
    /** The snapshot whose register it was. */
    registre: nul(jour),
    /** Why indicators have no value, by code. */
    motifs: json<Readonly<Record<string, Motif>>>(),
    /** What the month was first judged by, by code. */
    normes: json<Normes>(),
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
  mois,
  duree: octet,
  niveau: unDe(NIVEAUX),
  entite: texte,
  indicateur: texte,
  libelle: texte,
  categorie: nul(texte),
  date_fermeture: nul(jour),
  /** How many months of the period have a value. */
  mois_couverts: octet,
  numerateur: nul(entier),
  denominateur: nul(entier),
  valeur: nul(reel),
  /** Delays only, in days. */
  p90: nul(reel),
  ic_bas: nul(reel),
  ic_haut: nul(reel),
  /** The peers' pooled share. */
  reference: nul(reel),
  z_ajuste: nul(reel),
  atypique: nul(booleen),
  statut: nul(unDe(STATUTS)),
  statut_12_mois: nul(unDe(STATUTS)),
  statut_affiche: nul(unDe(STATUTS)),
  motif: nul(motif),
  /** Counts by code: motif of radiation, missing field, broken rule, return code. */
  details: nul(json<Readonly<Record<string, number>>>()),
  /** Delays of a month; twelve months have none, for sums read months alone. */
  distribution: nul(json<Distribution>()),
  /** What the latest snapshot knows of it. */
  consolide: nul(reel),
  objectif: nul(reel),
  seuil: nul(reel),
  minimum: nul(entierCourt),
})

export type Resultat = LigneDeTable<typeof RESULTATS>

/** What a stored figure has beside itself: the period it is of, what it is placed, summed and judged by. */
const HORS_FIGURE = [
  'territoire',
  'mois',
  'duree',
  'categorie',
  'date_fermeture',
  'distribution',
  'consolide',
  'objectif',
  'seuil',
  'minimum',
] as const

export type ColonneFigure = Exclude<keyof Resultat, (typeof HORS_FIGURE)[number]>

const estDeLaFigure = (nom: string): nom is ColonneFigure => !HORS_FIGURE.some((autre) => autre === nom)

/** The columns that a figure has wherever it is read. */
export const COLONNES_FIGURE: readonly ColonneFigure[] = Object.keys(RESULTATS.colonnes).filter(estDeLaFigure)

/** The peers that each figure of `resultats` was judged among: all that their funnel is drawn from. */
export const PAIRS_JUGES = defineTable('pairs_juges', {
  territoire: texte,
  mois,
  duree: octet,
  niveau: unDe(NIVEAUX),
  categorie: texte,
  indicateur: texte,
  /** Σ numerateur / Σ denominateur of the peers, in [0, 1]. */
  p0: reel,
  /** Overdispersion; null under three peers, which have no adjusted limits. */
  phi: nul(reel),
  tau2: nul(reel),
  /** How many entities with a denominator, whatever their state. */
  effectif: entierCourt,
})
