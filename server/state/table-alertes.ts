import { RAISONS_ALERTE, type RaisonAlerte } from '../../web/alertes.ts'
import { avecNumero, booleen, id, instant, mois, nul, reel, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** Why a line in alert stands without a measure; the latest row of a line holds, the others are its history. */
export const ALERTES_EXPLIQUEES = defineTableEtat(
  'alertes_expliquees',
  {
    id,
    territoire: texte,
    niveau: unDe(['GUICHET', 'SERVICE']),
    entite: texte,
    indicateur: texte,
    /** The month that it was explained of, with its figures: a later value above the interval takes the explanation away. */
    mois,
    valeur: nul(reel),
    ic_haut: nul(reel),
    sur_douze_mois: booleen,
    raison: unDe(Object.keys(RAISONS_ALERTE) as RaisonAlerte[]),
    texte: avecNumero('MASQUE', texte),
    /** The last month that it explains. */
    jusqua: mois,
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Pourquoi une alerte reste sans mesure, et jusqu’à quand.',
      colonnes: {
        niveau: 'GUICHET ou SERVICE',
        mois: 'mois de l’explication, AAAA-MM',
        sur_douze_mois: 'chiffres des douze mois qui finissent avec le mois',
        raison: 'raison, par son code',
        jusqua: 'dernier mois expliqué, AAAA-MM',
      },
    },
  },
)
