import {
  booleen,
  entier,
  entierCourt,
  instant,
  jour,
  json,
  mois,
  nul,
  texte,
  unDe,
} from '../../ingest/socle/sql/colonne.ts'
import { defineTable } from '../../ingest/socle/sql/table.ts'
import type { MotifTableau } from './tableau.ts'

/** What a stored view of a table is narrowed to: nothing, a commune wanted, mutation or not, a category of guichet. */
export const FILTRES = ['', 'COMMUNE', 'MUTATION', 'CATEGORIE'] as const

/** Whose tables are stored: a snapshot, and the month it closes where it closes one. */
export const TABLEAUX_CALCULES = defineTable(
  'tableaux_calcules',
  {
    territoire: texte,
    instantane: jour,
    /** Null for a snapshot that is no month's S. */
    mois: nul(mois),
    s0: nul(jour),
    /** The snapshot whose register says categories. */
    registre: nul(jour),
    /** Whether households were counted while every column was at hand. */
    menages: booleen,
    /** Why tables are not measurable, by code. */
    motifs: json<Readonly<Record<string, MotifTableau>>>(),
    version: texte,
    calcule_le: instant,
  },
  {
    cle: ['territoire', 'instantane'],
    decrit: {
      table: 'De quoi les tableaux standards d’un instantané sont comptés.',
      colonnes: {
        mois: 'mois que l’instantané clôt, AAAA-MM ; vide s’il n’en clôt pas',
        s0: 'instantané du début du mois ; vide sans lui',
        menages: 'les ménages ont été comptés, toutes colonnes présentes',
        motifs: 'par tableau, pourquoi il n’est pas mesurable',
        calcule_le: 'instant du compte',
      },
    },
  },
)

/**
 * The counts that tables are made of, by view: nobody is named. `cle`, `croisee` and `mesure` are what a row is counted by;
 * `quantite` is a value of which `effectif` demandes have it (months of seniority, days of waiting).
 */
export const TABLEAUX_CELLULES = defineTable(
  'tableaux_cellules',
  {
    territoire: texte,
    instantane: jour,
    tableau: texte,
    filtre: unDe(FILTRES),
    valeur: texte,
    cle: texte,
    croisee: texte,
    mesure: texte,
    quantite: nul(entierCourt),
    effectif: entier,
  },
  {
    decrit: {
      table: 'Les comptes dont les tableaux standards sont faits.',
      colonnes: {
        tableau: 'code du tableau (TAB01-01)',
        filtre: 'à quoi la vue est restreinte : rien, COMMUNE, MUTATION ou CATEGORIE',
        valeur: 'valeur du filtre',
        cle: 'première clé de compte : commune, tranche, catégorie',
        croisee: 'seconde clé de compte ; vide sans elle',
        mesure: 'ce qui est compté',
        quantite: 'valeur partagée : mois d’ancienneté ou jours d’attente, selon le tableau ; vide sinon',
        effectif: { sens: 'demandes', unite: 'demandes' },
      },
    },
  },
)
