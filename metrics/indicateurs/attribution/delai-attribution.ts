import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { auPlusTard, et, joursEntre } from '../../sql.ts'
import { attribuee } from '../commun.ts'

/** Median days from the lease to the recording of the attribution; a lease signed after it is left out. */
export const delaiAttribution = defineIndicateur({
  code: 'delai_attribution',
  libelle: 'Délai de saisie des attributions',
  definition: 'Nombre médian de jours entre la signature du bail et la saisie de l’attribution.',
  famille: 'attribution',
  principal: true,
  unite: 'jours',
  objectif: 0,
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 15 }],
  source: { texte: 'Convention, 2.1 ; CCH, R441-2-8 a', citation: 'dès signature du bail' },
  mots: {
    numerateur: 'médiane des jours entre la signature du bail et la saisie de la radiation',
    denominateur: 'attributions saisies dans la période, de bail signé au plus tard le jour de la saisie',
    guichet: 'celui de la radiation',
  },
  pourquoi: 'Tant que l’attribution n’est pas saisie, un ménage logé reste dans la file d’attente.',
  correction: 'Radier la demande pour attribution le jour de la signature du bail (onglet « Radiation »).',
  relation: demandes,
  guichet: ({ d }) => d.guichet_radiation,
  date: ({ d }) => d.date_saisie_radiation,
  population: (c) => et(attribuee(c), auPlusTard(c.d.date_signature_bail, c.d.date_saisie_radiation)),
  jours: ({ d }) => joursEntre(d.date_signature_bail, d.date_saisie_radiation),
  colonnes: ['date_signature_bail', 'date_saisie_radiation', 'motif_radiation'],
  liste: ['guichet_radiation', 'date_signature_bail', 'date_saisie_radiation', 'siren_bailleur'],
  ecart: ['date_signature_bail', 'date_saisie_radiation'],
  consolidable: true,
})
