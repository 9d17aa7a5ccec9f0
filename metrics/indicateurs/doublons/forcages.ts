import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { vrai } from '../../sql.ts'

/** Share of registrations forced in spite of the duplicate alert. Null when nothing was registered. */
export const forcages = defineIndicateur({
  code: 'forcages',
  libelle: 'Doublons forcés',
  definition: 'Part des demandes enregistrées malgré l’alerte de doublon.',
  famille: 'doublons',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.03 }],
  source: { texte: 'Convention, 3.2.2 a et b', citation: 'nécessité stricte' },
  mots: {
    numerateur: 'demandes enregistrées en forçant l’alerte de doublon',
    denominateur: 'demandes enregistrées dans la période',
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'Forcer sans nécessité crée une demande fantôme et disperse l’ancienneté du ménage.',
  correction: 'Rechercher la demande existante avant de créer ; la mettre à jour plutôt que d’en créer une autre.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_enregistrement,
  date: ({ d }) => d.date_enregistrement,
  numerateur: ({ d }) => vrai(d.forcage_doublon),
  colonnes: ['date_enregistrement', 'forcage_doublon'],
  liste: ['guichet_enregistrement', 'date_enregistrement', 'motif_forcage', 'numero_unique_rapproche'],
  consolidable: true,
})
