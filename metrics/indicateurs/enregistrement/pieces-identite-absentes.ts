import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { inconnu } from '../../sql.ts'

/** Share of registrations without a recorded proof of identity. */
export const piecesIdentiteAbsentes = defineIndicateur({
  code: 'pieces_identite_absentes',
  libelle: 'Pièces d’identité absentes',
  definition: 'Part des demandes enregistrées sans date de pièce d’identité.',
  famille: 'enregistrement',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.02 }],
  source: { texte: 'CCH, R441-2-3 ; convention, 2.3', citation: 'copie d’une pièce attestant l’identité' },
  mots: {
    numerateur: 'demandes sans date de pièce d’identité',
    denominateur: 'demandes enregistrées dans la période',
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'Une demande ne peut pas être enregistrée sans pièce d’identité ; sans elle les doublons passent.',
  correction: 'Demander la pièce, la verser et saisir sa date (onglet « Identité »).',
  relation: demandes,
  guichet: ({ d }) => d.guichet_enregistrement,
  date: ({ d }) => d.date_enregistrement,
  numerateur: ({ d }) => inconnu(d.date_piece_identite),
  colonnes: ['date_enregistrement', 'date_piece_identite'],
  liste: ['guichet_enregistrement', 'date_enregistrement', 'date_piece_identite'],
  remede: {
    faute: 'La pièce d’identité manque',
    lieu: ['Identité', 'Date de la pièce d’identité'],
    geste: 'Saisir la date de la pièce si elle est au dossier. Sinon, la demander au ménage.',
  },
  acte: ['Enregistrée le', 'date_enregistrement'],
  consolidable: true,
})
