import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { active } from '../commun.ts'

/** Demandes of persons that wait at the snapshot's date. A count. */
export const demandesActives = defineIndicateur({
  code: 'demandes_actives',
  libelle: 'Demandes actives',
  definition: 'Nombre de demandes en attente à la date de l’instantané.',
  famille: 'activite',
  unite: 'nombre',
  nature: 'stock',
  source: { texte: 'Convention, 3.2.2 d', citation: 'suivi de l’activité des guichets enregistreurs' },
  mots: {
    numerateur: 'demandes de personnes au statut « active »',
    denominateur: 'sans objet',
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'Le stock donne la mesure de la demande et le poids de chaque guichet.',
  correction: 'Rien à corriger : ce nombre situe les autres.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_enregistrement,
  population: active,
  colonnes: ['statut'],
  liste: ['guichet_enregistrement', 'date_enregistrement', 'date_echeance'],
})
