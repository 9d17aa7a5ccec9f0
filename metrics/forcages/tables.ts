import { booleen, entier, jour, liste, nul, numero, texte, unDe } from '../../ingest/socle/sql/colonne.ts'
import { defineTable } from '../../ingest/socle/sql/table.ts'
import { SIGNAUX, type Signal } from './signaux.ts'

/** The demandes of persons registered in spite of the alert, whenever they were, as their territory's latest snapshot shows them. */
export const FORCAGES = defineTable(
  'forcages',
  {
    territoire: texte,
    instantane: jour,
    numero_unique: numero('LIGNE'),
    guichet: texte,
    date_enregistrement: jour,
    motif_forcage: nul(texte),
    /** The demande that the alert showed. */
    numero_unique_rapproche: nul(numero('MASQUE')),
    /** Still active. */
    active: booleen,
    /** Days from registration until one of the two was closed. */
    jours_de_cloture: nul(entier),
    signaux: liste(unDe(Object.keys(SIGNAUX) as readonly Signal[])),
  },
  {
    decrit: {
      table: 'Les demandes enregistrées malgré l’alerte de doublon, telles que le dernier instantané les montre.',
      colonnes: {
        guichet: 'code du guichet qui a enregistré',
        date_enregistrement: 'jour de l’enregistrement',
        motif_forcage: 'motif donné en passant outre',
        numero_unique_rapproche: 'demande que l’alerte montrait',
        active: 'encore active',
        jours_de_cloture: { sens: 'de l’enregistrement à la clôture de l’une des deux', unite: 'jours' },
        signaux: 'ce qui fait paraître le forçage injustifié',
      },
    },
  },
)
