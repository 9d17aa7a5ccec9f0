import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'

/** Renewals dated in the period. A count. */
export const renouvellements = defineIndicateur({
  code: 'renouvellements',
  libelle: 'Renouvellements',
  definition: 'Nombre de demandes renouvelées dans la période.',
  famille: 'activite',
  unite: 'nombre',
  source: { texte: 'CCH, R441-2-7', citation: 'la demande est renouvelée chaque année' },
  mots: {
    numerateur: 'demandes dont la date de dernier renouvellement est dans la période',
    denominateur: 'sans objet',
    guichet: 'celui du renouvellement',
  },
  pourquoi: 'Un renouvellement garde au ménage son ancienneté ; le nombre dit la charge du guichet.',
  correction: 'Rien à corriger : ce nombre situe les autres.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_renouvellement,
  date: ({ d }) => d.date_renouvellement,
  colonnes: ['date_renouvellement'],
  liste: ['guichet_renouvellement', 'date_renouvellement', 'date_echeance'],
})
