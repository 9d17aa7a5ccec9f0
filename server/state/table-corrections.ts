import { avecNumero, id, instant, jour, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** What guichets may say of a demande that they were asked to put right. */
export const ACTES_CORRECTION = ['FAIT', 'SANS_REPONSE', 'ANNULE'] as const

/** What a later snapshot shows of what was said: put right, or still to be. */
export const ISSUES_CORRECTION = ['CONFIRMEE', 'A_REPRENDRE'] as const

/** What a guichet says of a fault of a demande; the latest row holds, and a later snapshot settles it once. */
export const CORRECTIONS_DECLAREES = defineTableEtat(
  'corrections_declarees',
  {
    id,
    territoire: texte,
    service: texte,
    numero_unique: avecNumero('LIGNE', texte),
    indicateur: texte,
    /** The field or rule; empty where the indicator has one only. */
    regle: texte,
    acte: unDe(ACTES_CORRECTION),
    par: texte,
    le: instant,
    /** The snapshot that showed the fault. */
    instantane: jour,
    /** Null until a later snapshot, dated of the day of the saying or after, is loaded. */
    issue: nul(unDe(ISSUES_CORRECTION)),
    /** The snapshot that settled it. */
    vue_au: nul(jour),
  },
  {
    decrit: {
      table: 'Ce qu’un guichet dit des demandes qu’il avait à corriger.',
      colonnes: {
        service: 'code du service enregistreur',
        regle: 'champ ou règle ; vide s’il n’y en a qu’un',
        acte: 'FAIT, SANS_REPONSE ou ANNULE',
        instantane: 'instantané qui montrait le défaut',
        issue: 'CONFIRMEE ou A_REPRENDRE ; vide avant l’instantané suivant',
        vue_au: 'instantané qui l’a tranché',
      },
    },
  },
)
