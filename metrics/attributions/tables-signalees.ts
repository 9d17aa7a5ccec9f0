import { entier, jour, nul, texte, unDe } from '../../ingest/socle/sql/colonne.ts'
import { defineTable } from '../../ingest/socle/sql/table.ts'
import { CODES_NATURES } from './signalees.ts'

/** The day of each quarter on which a guichet recorded most. */
export const ATTRIBUTIONS_JOURS = defineTable(
  'attributions_jours',
  {
    territoire: texte,
    instantane: jour,
    guichet: texte,
    trimestre: texte,
    n: entier,
    jour,
    n_jour: entier,
  },
  {
    decrit: {
      table: 'Le jour de chaque trimestre où un guichet a le plus saisi.',
      colonnes: {
        trimestre: 'trimestre, AAAA-Tn',
        n: { sens: 'attributions du trimestre', unite: 'attributions' },
        jour: 'le jour',
        n_jour: { sens: 'attributions saisies ce jour', unite: 'attributions' },
      },
    },
  },
)

/** How many attributions (or radiations that hide one) ask to be looked at, by what is odd and by guichet ('' where none is named). */
export const ATTRIBUTIONS_SIGNALEES = defineTable(
  'attributions_signalees',
  {
    territoire: texte,
    instantane: jour,
    nature: unDe(CODES_NATURES),
    guichet: texte,
    n: entier,
  },
  {
    decrit: {
      table: 'Combien d’attributions demandent un regard, par nature et par guichet.',
      colonnes: {
        nature: 'ce qui est étrange, par son code',
        guichet: 'code du guichet ; vide où aucun n’est nommé',
        n: { sens: 'attributions', unite: 'attributions' },
      },
    },
  },
)

/** Landlords' services that recorded no attribution for three months. */
export const ATTRIBUTIONS_SILENCES = defineTable(
  'attributions_silences',
  {
    territoire: texte,
    instantane: jour,
    service: texte,
    libelle: texte,
    derniere: nul(jour),
    /** Recorded in the nine months before these three. */
    avant: entier,
  },
  {
    decrit: {
      table: 'Les services de bailleurs sans attribution saisie depuis trois mois.',
      colonnes: {
        libelle: 'nom du service',
        service: 'code du service enregistreur',
        derniere: 'date de la dernière saisie',
        avant: { sens: 'saisies dans les neuf mois d’avant', unite: 'attributions' },
      },
    },
  },
)
