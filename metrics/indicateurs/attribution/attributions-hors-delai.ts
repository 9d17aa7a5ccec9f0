import { enJour } from '../../../ingest/socle/jour.ts'
import { JOURS_DE_SAISIE } from '../../../ingest/socle/regles/attribution.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { connu, enVigueur, et, joursEntre, superieur } from '../../sql.ts'
import { attribuee, COLONNES_ATTRIBUTION } from '../commun.ts'

/** Share of the attributions recorded more than thirty days after the lease. */
export const attributionsHorsDelai = defineIndicateur({
  code: 'attributions_hors_delai',
  libelle: 'Attributions saisies hors délai',
  definition: 'Part des attributions saisies plus de trente jours après la signature du bail.',
  famille: 'attribution',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.2 }],
  source: { texte: 'Convention, 2.1 ; CCH, R441-2-8 a', citation: 'dès signature du bail' },
  mots: {
    numerateur: 'attributions saisies plus de trente jours après la signature du bail',
    denominateur: 'attributions saisies dans la période, de date de bail connue',
    guichet: 'celui de la radiation',
  },
  pourquoi: 'Les saisies tardives faussent le suivi des objectifs envers les ménages prioritaires.',
  correction: 'Saisir l’attribution dès la signature, sans attendre l’entrée dans les lieux.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_radiation,
  date: ({ d }) => d.date_saisie_radiation,
  population: (c) => et(attribuee(c), connu(c.d.date_signature_bail)),
  numerateur: ({ d }) =>
    superieur(
      joursEntre(d.date_signature_bail, d.date_saisie_radiation),
      enVigueur(JOURS_DE_SAISIE, d.date_signature_bail),
    ),
  colonnes: ['date_signature_bail'],
  autresColonnes: COLONNES_ATTRIBUTION,
  liste: ['guichet_radiation', 'date_signature_bail', 'date_saisie_radiation', 'siren_bailleur'],
  ecart: ['date_signature_bail', 'date_saisie_radiation'],
  consolidable: true,
})
