import { enJour } from '../../../ingest/socle/jour.ts'
import { MOIS_D_ANTICIPATION } from '../../../ingest/socle/regles/demande.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandesS0 } from '../../relations/demandes-s0.ts'
import { connu, inferieur, moisAvant } from '../../sql.ts'

/** Share of renewals made more than two months before the end of validity that S0 shows. Null without S0. */
export const renouvellementsAnticipes = defineIndicateur({
  code: 'renouvellements_anticipes',
  libelle: 'Renouvellements anticipés',
  definition: 'Part des renouvellements faits plus de deux mois avant l’échéance.',
  famille: 'renouvellement',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.1 }],
  source: { texte: 'Bonne pratique des gestionnaires' },
  mots: {
    numerateur: 'renouvellements faits plus de deux mois avant l’échéance d’alors',
    denominateur: 'renouvellements de la période, d’échéance connue dans l’instantané précédent',
    guichet: 'celui du renouvellement',
  },
  pourquoi: 'Renouveler trop tôt fige des informations qui auront changé à l’échéance.',
  correction: 'Attendre le préavis d’échéance ; avant, mettre à jour la demande sans la renouveler.',
  relation: demandesS0,
  guichet: ({ d }) => d.guichet_renouvellement,
  date: ({ d }) => d.date_renouvellement,
  population: ({ s0 }) => connu(s0.date_echeance),
  numerateur: ({ d, s0 }) => inferieur(d.date_renouvellement, moisAvant(s0.date_echeance, MOIS_D_ANTICIPATION)),
  colonnes: ['date_renouvellement', 's0.date_echeance'],
  liste: ['guichet_renouvellement', 'date_renouvellement', 'date_echeance'],
  ecart: ['date_renouvellement', 'date_echeance'],
})
