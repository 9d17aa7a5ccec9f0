import { avecNumero, booleen, id, instant, jour, nul, texte } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** What a person notes at a date, drawn on control charts; withdrawn rather than changed. */
export const ANNOTATIONS = defineTableEtat(
  'annotations',
  {
    id,
    territoire: texte,
    /** Null for every guichet of the territory. */
    guichet: nul(texte),
    /** Null for every indicator. */
    indicateur: nul(texte),
    texte: avecNumero('MASQUE', texte),
    du: jour,
    /** Last day of what lasts; null for what happened on a day. */
    au: nul(jour),
    /** Limits are computed again from the month of `du`: a person's decision. */
    recalcule: booleen,
    par: texte,
    le: instant,
    retiree_par: nul(texte),
    retiree_le: nul(instant),
  },
  {
    decrit: {
      table: 'Ce qu’un gestionnaire note à une date, dessiné sur les cartes de contrôle.',
      colonnes: {
        guichet: 'code du guichet ; vide pour tous',
        indicateur: 'code de l’indicateur ; vide pour tous',
        du: 'premier jour',
        au: 'dernier jour ; vide pour ce qui ne dure pas',
        recalcule: 'les limites sont recalculées depuis ce mois',
        retiree_par: 'qui l’a retirée',
        retiree_le: 'instant du retrait',
      },
    },
  },
)
