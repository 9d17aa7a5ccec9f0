import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { baux } from '../../relations/baux.ts'

/**
 * Share of the leases signed three months earlier that no attribution shows, by landlord: max(0, leases − attributions)
 * by siren, then summed. Null without the landlords' own file.
 */
export const attributionsManquantes = defineIndicateur({
  code: 'attributions_manquantes',
  libelle: 'Attributions manquantes',
  definition: 'Part des baux signés trois mois plus tôt qu’aucune attribution ne montre.',
  famille: 'attribution',
  unite: 'part',
  niveaux: ['SERVICE', 'CATEGORIE', 'TERRITOIRE'],
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.05 }],
  source: { texte: 'CCH, R441-2-8 a et L342-14', citation: 'saisie de toute attribution' },
  mots: {
    numerateur: 'baux signés qui dépassent, par bailleur, le nombre d’attributions de même mois de signature',
    denominateur: 'baux signés au troisième mois avant la période, d’après les bailleurs',
    guichet: 'le service du bailleur, par son SIREN',
  },
  pourquoi: 'Un bail jamais saisi laisse un ménage logé dans la file et un engagement non compté.',
  correction: 'Rapprocher les baux signés des radiations pour attribution, et saisir celles qui manquent.',
  relation: baux,
  guichet: null,
  colonnes: ['baux', 'siren_bailleur', 'date_signature_bail', 'motif_radiation'],
  liste: ['siren_bailleur', 'baux_signes', 'attributions', 'manquantes'],
})
