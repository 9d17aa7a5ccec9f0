import { enJour } from '../../../ingest/socle/jour.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { auPlusTard, connu, et, joursEntre } from '../../sql.ts'
import { REPRISES_COMPTEES, sansReprise } from '../commun.ts'

/** Median days from lodging to registration. Null where nothing was registered; a lodging after registration is left out. */
export const delaiEnregistrement = defineIndicateur({
  code: 'delai_enregistrement',
  libelle: 'Délai d’enregistrement',
  definition: 'Nombre médian de jours entre le dépôt de la demande et son enregistrement.',
  famille: 'enregistrement',
  principal: true,
  unite: 'jours',
  objectif: 0,
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 8 }],
  source: { texte: 'CCH, L441-2-1', citation: 'dès réception' },
  mots: {
    numerateur: 'médiane des jours entre le dépôt et l’enregistrement',
    denominateur: `demandes enregistrées dans la période, de date de dépôt connue et non postérieure à l’enregistrement, ${REPRISES_COMPTEES}`,
    guichet: 'celui de l’enregistrement',
  },
  pourquoi: 'L’ancienneté du ménage part de l’enregistrement : chaque jour de retard lui est pris.',
  correction: 'Enregistrer chaque demande le jour de sa réception, avec sa date de dépôt (onglet « Demande »).',
  relation: demandes,
  guichet: ({ d }) => d.guichet_enregistrement,
  date: ({ d }) => d.date_enregistrement,
  population: (c) => et(connu(c.d.date_depot), auPlusTard(c.d.date_depot, c.d.date_enregistrement), sansReprise(c)),
  jours: ({ d }) => joursEntre(d.date_depot, d.date_enregistrement),
  colonnes: ['date_enregistrement', 'date_depot'],
  liste: ['guichet_enregistrement', 'date_depot', 'date_enregistrement'],
  ecart: ['date_depot', 'date_enregistrement'],
  consolidable: true,
})
