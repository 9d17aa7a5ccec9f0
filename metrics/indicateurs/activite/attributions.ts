import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { attribuee, COLONNES_ATTRIBUTION } from '../commun.ts'

/** Radiations for attribution recorded in the period. A count. */
export const attributions = defineIndicateur({
  code: 'attributions',
  libelle: 'Attributions saisies',
  definition: 'Nombre d’attributions suivies d’un bail saisies dans la période.',
  famille: 'activite',
  unite: 'nombre',
  source: { texte: 'CCH, R441-2-8 a', citation: 'attribution d’un logement social' },
  mots: {
    numerateur: 'radiations au motif « attribution » dont la date de saisie est dans la période',
    denominateur: 'sans objet',
    guichet: 'celui de la radiation',
  },
  pourquoi: 'Les attributions saisies fondent les objectifs envers les ménages prioritaires.',
  correction: 'Rien à corriger : ce nombre situe les autres.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_radiation,
  date: ({ d }) => d.date_saisie_radiation,
  population: attribuee,
  colonnes: [...COLONNES_ATTRIBUTION],
  liste: ['guichet_radiation', 'date_signature_bail', 'date_radiation', 'date_saisie_radiation', 'siren_bailleur'],
  consolidable: true,
})
