import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'

/** Registrations dated in the period. A count. */
export const enregistrements = defineIndicateur({
  code: 'enregistrements',
  libelle: 'Enregistrements',
  definition: 'Nombre de demandes nouvelles enregistrées dans la période.',
  famille: 'activite',
  unite: 'nombre',
  source: { texte: 'CCH, L441-2-1', citation: 'la demande est enregistrée dès réception' },
  mots: {
    numerateur: 'demandes dont la date d’enregistrement est dans la période',
    denominateur: 'sans objet',
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'L’activité d’enregistrement situe les parts calculées sur elle.',
  correction: 'Rien à corriger : ce nombre situe les autres.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_enregistrement,
  date: ({ d }) => d.date_enregistrement,
  colonnes: ['date_enregistrement'],
  liste: ['guichet_enregistrement', 'canal', 'date_depot', 'date_enregistrement'],
  consolidable: true,
})
