import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { connu, et, inferieur } from '../../sql.ts'
import { attribuee, COLONNES_ATTRIBUTION } from '../commun.ts'

/** Share of the attributions whose lease was signed before the demande was registered. */
export const bauxAvantEnregistrement = defineIndicateur({
  code: 'baux_avant_enregistrement',
  libelle: 'Baux avant enregistrement',
  definition: 'Part des attributions dont le bail a été signé avant l’enregistrement de la demande.',
  famille: 'attribution',
  unite: 'part',
  source: { texte: 'CCH, L441-2-1', citation: 'aucun logement n’est attribué sans numéro unique' },
  mots: {
    numerateur: 'attributions dont le bail est signé avant le jour de l’enregistrement de la demande',
    denominateur: 'attributions saisies dans la période, de date de bail connue',
    guichet: 'celui de la radiation',
  },
  pourquoi: 'Un ménage logé avant d’être inscrit passe devant ceux qui attendent, hors de tout suivi.',
  correction: 'Vérifier les deux dates ; enregistrer toute demande avant la commission qui attribue.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_radiation,
  date: ({ d }) => d.date_saisie_radiation,
  population: (c) => et(attribuee(c), connu(c.d.date_signature_bail)),
  numerateur: ({ d }) => inferieur(d.date_signature_bail, d.date_enregistrement),
  colonnes: ['date_signature_bail', ...COLONNES_ATTRIBUTION],
  liste: ['guichet_radiation', 'date_signature_bail', 'date_enregistrement', 'date_saisie_radiation'],
  ecart: ['date_signature_bail', 'date_enregistrement'],
  consolidable: true,
})
