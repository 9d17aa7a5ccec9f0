import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { active } from '../commun.ts'
import { REGLES } from './regles.ts'

/** Share of the active demandes acted on in the period that break one rule of plausibility or more, C09 apart. */
export const incoherences = defineIndicateur({
  code: 'incoherences',
  libelle: 'Incohérences',
  definition: 'Part des demandes enregistrées, renouvelées ou modifiées qui contiennent une incohérence.',
  famille: 'coherence',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.02 }],
  source: { texte: 'Convention, 3.2.2 b', citation: 'fiabilité des informations' },
  mots: {
    numerateur: 'demandes qui enfreignent une ou plusieurs règles de vraisemblance',
    denominateur: 'demandes actives dont le dernier acte est dans la période',
    guichet: 'celui du dernier acte',
  },
  pourquoi: 'Une incohérence peut faire écarter un dossier, ou fausser son ancienneté.',
  correction: 'Vérifier avec le ménage et corriger l’information désignée.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_maj,
  date: ({ d }) => d.date_maj,
  population: active,
  detaille: true,
  composantes: REGLES,
  colonnes: ['statut'],
  liste: [
    'guichet_maj',
    'date_maj',
    'date_depot',
    'date_enregistrement',
    'date_renouvellement',
    'date_echeance',
    'nb_personnes',
    'typologie_souhaitee',
  ],
  acte: ['Dernière mise à jour le', 'date_maj'],
})
