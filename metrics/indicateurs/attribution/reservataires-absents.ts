import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { inconnu } from '../../sql.ts'
import { attribuee, COLONNES_ATTRIBUTION } from '../commun.ts'

/** Share of the attributions without a reservataire; AUTRE and NON_RESERVE are answers. */
export const reservatairesAbsents = defineIndicateur({
  code: 'reservataires_absents',
  libelle: 'Réservataires absents',
  definition: 'Part des attributions sans réservataire indiqué.',
  famille: 'attribution',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.1 }],
  source: { texte: 'Arrêté du 17/09/2012 ; CCH, L441-1', citation: 'contingents de réservation' },
  mots: {
    numerateur: 'attributions sans réservataire (« autre » et « non réservé » sont des réponses)',
    denominateur: 'attributions saisies dans la période',
    guichet: 'celui de la radiation',
  },
  pourquoi: 'Sans réservataire, on ne sait pas sur quel contingent le ménage a été logé.',
  correction: 'Indiquer le réservataire dont le droit a été utilisé (onglet « Attribution »).',
  relation: demandes,
  guichet: ({ d }) => d.guichet_radiation,
  date: ({ d }) => d.date_saisie_radiation,
  population: attribuee,
  numerateur: ({ d }) => inconnu(d.reservataire),
  colonnes: ['reservataire'],
  autresColonnes: COLONNES_ATTRIBUTION,
  liste: ['guichet_radiation', 'date_saisie_radiation', 'siren_bailleur', 'reservataire'],
  consolidable: true,
})
