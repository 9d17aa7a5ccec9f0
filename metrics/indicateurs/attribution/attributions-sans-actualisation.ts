import { MOIS_D_ACTUALISATION } from '../../../ingest/socle/regles/attribution.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { connu, dernier, et, inferieur, moisAvant } from '../../sql.ts'
import { attribuee, COLONNES_ATTRIBUTION } from '../commun.ts'

/** Share of the attributions whose demande had not been brought up to date in the three months before the lease. */
export const attributionsSansActualisation = defineIndicateur({
  code: 'attributions_sans_actualisation',
  libelle: 'Attributions sans actualisation',
  definition: 'Part des attributions dont la demande n’avait pas été mise à jour dans les trois mois avant le bail.',
  famille: 'attribution',
  unite: 'part',
  source: { texte: 'CCH, R441-2-9', citation: 'le bailleur met la demande à jour quand il attribue' },
  mots: {
    numerateur:
      'attributions dont le dernier enregistrement, renouvellement ou modification est de plus de trois mois avant la signature du bail',
    denominateur: 'attributions saisies dans la période, de date de bail connue',
    guichet: 'celui de la radiation',
  },
  pourquoi: 'Un logement attribué sur une situation ancienne peut ne plus convenir au ménage, ni à ses ressources.',
  correction: 'Mettre la demande à jour (ressources, composition du ménage) au moment de l’attribution.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_radiation,
  date: ({ d }) => d.date_saisie_radiation,
  population: (c) => et(attribuee(c), connu(c.d.date_signature_bail)),
  numerateur: ({ d }) =>
    inferieur(
      dernier(d.date_enregistrement, d.date_renouvellement, d.date_modification),
      moisAvant(d.date_signature_bail, MOIS_D_ACTUALISATION),
    ),
  colonnes: ['date_signature_bail', 'date_modification', ...COLONNES_ATTRIBUTION],
  liste: [
    'guichet_radiation',
    'date_signature_bail',
    'date_enregistrement',
    'date_renouvellement',
    'date_modification',
    'date_saisie_radiation',
  ],
  consolidable: true,
})
