import { enJour } from '../../../ingest/socle/jour.ts'
import { MOIS_D_ATTESTATION } from '../../../ingest/socle/regles/demande.ts'
import type { Contexte } from '../../indicateur.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { inconnu, moisApres, ou, superieur, type Terme } from '../../sql.ts'

const echeance = ({ d }: Contexte): Terme => moisApres(d.date_depot, MOIS_D_ATTESTATION)

/** Share of the demandes whose month to be attested ends in the period, that were attested later or not at all. */
export const attestationsHorsDelai = defineIndicateur({
  code: 'attestations_hors_delai',
  libelle: 'Attestations hors délai',
  definition: 'Part des demandes dont l’attestation n’a pas été délivrée dans le mois du dépôt.',
  famille: 'enregistrement',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.05 }],
  source: { texte: 'CCH, L441-2-1 ; convention, 2.1', citation: 'attestation dans le délai d’un mois' },
  mots: {
    numerateur: 'demandes sans attestation, ou attestées plus d’un mois après le dépôt',
    denominateur: 'demandes dont le mois qui suit le dépôt s’achève dans la période',
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'Sans attestation, le ménage ne peut pas prouver sa demande ni faire valoir ses droits.',
  correction: 'Délivrer l’attestation et saisir sa date (onglet « Demande », attestation d’enregistrement).',
  relation: demandes,
  guichet: ({ d }) => d.guichet_enregistrement,
  date: echeance,
  numerateur: (c) => ou(inconnu(c.d.date_attestation), superieur(c.d.date_attestation, echeance(c))),
  colonnes: ['date_depot', 'date_attestation'],
  liste: ['guichet_enregistrement', 'date_depot', 'date_attestation'],
  ecart: ['date_depot', 'date_attestation'],
  remede: {
    faute: 'L’attestation d’enregistrement n’est pas délivrée',
    lieu: ['Demande', 'Attestation d’enregistrement'],
    geste: 'Délivrer l’attestation au ménage et saisir sa date.',
    vide: 'date_attestation',
  },
  acte: ['Déposée le', 'date_depot'],
})
