import { enJour } from '../../../ingest/socle/jour.ts'
import { MOIS_DE_DEPOT_RETROACTIF } from '../../../ingest/socle/regles/demande.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { connu, et, inferieur, moisAvant } from '../../sql.ts'
import { REPRISES_COMPTEES, sansReprise } from '../commun.ts'

/** Share of registrations lodged more than two months before. Null when none has a lodging date. */
export const depotsRetroactifs = defineIndicateur({
  code: 'depots_retroactifs',
  libelle: 'Dépôts rétroactifs',
  definition: 'Part des demandes enregistrées avec une date de dépôt de plus de deux mois avant l’enregistrement.',
  famille: 'enregistrement',
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.05 }],
  source: { texte: 'Bonne pratique : l’ancienneté ne se donne pas à la main' },
  mots: {
    numerateur: 'demandes déposées plus de deux mois avant leur enregistrement',
    denominateur: `demandes enregistrées dans la période, de date de dépôt connue, ${REPRISES_COMPTEES}`,
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'Une date de dépôt reculée donne à un ménage une ancienneté que les autres n’ont pas.',
  correction: 'Vérifier la date de dépôt sur le formulaire reçu et la corriger (onglet « Demande »).',
  relation: demandes,
  guichet: ({ d }) => d.guichet_enregistrement,
  date: ({ d }) => d.date_enregistrement,
  population: (c) => et(connu(c.d.date_depot), sansReprise(c)),
  numerateur: ({ d }) => inferieur(d.date_depot, moisAvant(d.date_enregistrement, MOIS_DE_DEPOT_RETROACTIF)),
  colonnes: ['date_enregistrement', 'date_depot'],
  liste: ['guichet_enregistrement', 'date_depot', 'date_enregistrement'],
  ecart: ['date_depot', 'date_enregistrement'],
  consolidable: true,
})
