import { defineIndicateur } from '../../indicateur.ts'
import { demandesS0 } from '../../relations/demandes-s0.ts'
import { constante, egal, et } from '../../sql.ts'
import { active } from '../commun.ts'

/** Demandes radiées in S0 and active again in S. A count; null without S0. */
export const reactivations = defineIndicateur({
  code: 'reactivations',
  libelle: 'Réactivations',
  definition: 'Nombre de demandes radiées au début de la période et de nouveau actives à sa fin.',
  famille: 'activite',
  unite: 'nombre',
  source: { texte: 'CCH, R441-2-8', citation: 'rétablissement d’une demande radiée à tort' },
  mots: {
    numerateur: 'demandes radiées dans l’instantané du début et actives dans celui de la fin',
    denominateur: 'sans objet',
    guichet: 'celui de la radiation',
  },
  pourquoi: 'Une réactivation répare le plus souvent une radiation faite à tort.',
  correction: 'Vérifier avec le guichet pourquoi la demande avait été radiée.',
  relation: demandesS0,
  guichet: ({ s0 }) => s0.guichet_radiation,
  population: (c) => et(active(c), egal(c.s0.statut, constante('RADIEE'))),
  colonnes: ['statut'],
  liste: ['date_enregistrement', 'date_renouvellement', 'date_echeance'],
})
