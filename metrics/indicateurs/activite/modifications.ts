import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'

/** Changes other than a renewal dated in the period. A count. */
export const modifications = defineIndicateur({
  code: 'modifications',
  libelle: 'Modifications',
  definition: 'Nombre de demandes modifiées dans la période.',
  famille: 'activite',
  unite: 'nombre',
  source: { texte: 'CCH, R441-2-7', citation: 'actualisation de la demande' },
  mots: {
    numerateur: 'demandes dont la date de dernière modification est dans la période',
    denominateur: 'sans objet',
    guichet: 'celui de la modification',
  },
  pourquoi: 'Une demande tenue à jour se propose au bon logement ; le nombre dit la charge du guichet.',
  correction: 'Rien à corriger : ce nombre situe les autres.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_modification,
  date: ({ d }) => d.date_modification,
  colonnes: ['date_modification'],
  liste: ['guichet_modification', 'date_modification'],
})
