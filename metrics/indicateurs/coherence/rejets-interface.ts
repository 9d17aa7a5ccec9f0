import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { flux } from '../../relations/flux.ts'
import { constante, egal } from '../../sql.ts'

/** Share of the messages of private systems that the national one rejected. Null without the file of messages. */
export const rejetsInterface = defineIndicateur({
  code: 'rejets_interface',
  libelle: 'Rejets d’interface',
  definition: 'Part des messages des systèmes privatifs que le système national a rejetés.',
  famille: 'coherence',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.05 }],
  source: { texte: 'Convention, 3.2.2 a', citation: 'traiter les messages d’erreurs' },
  mots: {
    numerateur: 'messages rejetés, par code de retour',
    denominateur: 'messages datés de la période',
    guichet: 'celui du message',
  },
  pourquoi: 'Un message rejeté, c’est une demande, un renouvellement ou une attribution qui n’existe pas au registre.',
  correction: 'Traiter les messages d’erreur du jour dans le système privatif, puis les renvoyer.',
  relation: flux,
  guichet: ({ d }) => d.guichet,
  date: ({ d }) => d.date,
  numerateur: ({ d }) => egal(d.statut, constante('REJETE')),
  ventilation: ({ d }) => d.code_retour,
  colonnes: ['flux'],
  liste: ['date', 'guichet', 'type_message', 'statut', 'code_retour'],
})
