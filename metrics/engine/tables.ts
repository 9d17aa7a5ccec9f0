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
export const FAITS = defineTable(
  'faits',
  {
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
  },
  {
    decrit: {
      table: 'Ce qu’une passe sur l’instantané d’un mois a compté, par clé, avant d’être sommé par niveau.',
      colonnes: {
        lecture: 'fil : tel que l’instantané du mois le savait ; consolide : tel que le dernier le sait',
        cle: 'code du guichet ou SIREN ; vide où personne n’est nommé',
        effectif: { sens: 'dénominateur, ou nombre', unite: 'demandes, messages ou baux' },
        numerateur: { sens: 'numérateur ; vide pour un nombre ou un délai', unite: 'demandes, messages ou baux' },
        distribution: 'pour un délai, nombre d’enregistrements par durée en jours',
        details: 'comptes par code : motif de radiation, champ manquant, règle rompue, code de retour',
      },
    },
  },
)

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
  {
    cle: ['territoire', 'mois'],
    decrit: {
      table: 'De quoi chaque mois a été calculé.',
      colonnes: {
        instantane: 'instantané S, qui clôt le mois',
        s0: 'instantané du début du mois ; vide sans lui',
        s_moins: 'instantané de trois à cinq mois plus tôt ; vide sans lui',
        motifs: 'par indicateur, pourquoi il n’a pas de valeur',
        normes: 'par indicateur, l’objectif, le seuil et le minimum par lesquels le mois a été jugé',
        guichets: 'codes des guichets que nomment ses demandes ou ses messages',
        calcule_le: 'instant du calcul',
      },
    },
  },
)

/** The figures that everything else reads: a month's (duree 1) and those of the twelve months ending with it (duree 12). */
export const RESULTATS = defineTable(
  'resultats',
  {
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
  },
  {
    decrit: {
      table: 'Les chiffres rangés : un indicateur, une entité, un mois ou douze.',
      colonnes: {
        duree: { sens: 'étendue de la période qui finit avec le mois : 1 ou 12', unite: 'mois' },
        date_fermeture: 'date de fermeture, d’un guichet seulement',
        mois_couverts: { sens: 'mois de la période qui ont une valeur', unite: 'mois' },
        numerateur: {
          sens: 'numérateur d’une part ; vide pour un nombre ou un délai',
          unite: 'demandes, messages ou baux',
        },
        denominateur: {
          sens: 'dénominateur d’une part, effectif d’un délai ; vide pour un nombre',
          unite: 'demandes, messages ou baux',
        },
        p90: { sens: 'neuvième décile d’un délai', unite: 'jours' },
        reference: 'part de l’ensemble des pairs, de 0 à 1',
        z_ajuste: { sens: 'écart aux pairs, dispersion ajustée ; vide sous trois pairs', unite: 'écarts-types' },
        atypique: 'hors des limites des pairs',
        statut: 'état du chiffre : ALERTE, A_SURVEILLER, CONFORME, NON_SIGNIFICATIF ou sans objet',
        statut_12_mois: 'état sur les douze mois qui finissent avec le mois',
        statut_affiche: 'état montré : celui du mois, ou celui des douze mois si le mois est trop peu nombreux',
        motif: 'pourquoi le chiffre n’a pas de valeur',
        details: 'comptes par code : motif de radiation, champ manquant, règle rompue, code de retour',
        distribution: 'pour un délai d’un mois, nombre d’enregistrements par durée en jours',
        consolide: 'ce que le dernier instantané sait de la même valeur, même unité',
        objectif: 'objectif en vigueur, dans l’unité de l’indicateur',
        seuil: 'seuil d’alerte en vigueur, dans l’unité de l’indicateur',
        minimum: { sens: 'plus petit dénominateur que l’on juge', unite: 'demandes, messages ou baux' },
      },
    },
  },
)

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
