import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { radiee } from '../commun.ts'

/** Radiations recorded in the period, by motif too. A count. */
export const radiations = defineIndicateur({
  code: 'radiations',
  libelle: 'Radiations',
  definition: 'Nombre de demandes radiées dont la radiation a été saisie dans la période.',
  famille: 'activite',
  unite: 'nombre',
  source: { texte: 'CCH, R441-2-8', citation: 'liste limitative des motifs de radiation' },
  mots: {
    numerateur: 'demandes radiées dont la date de saisie de la radiation est dans la période, par motif',
    denominateur: 'sans objet',
    guichet: 'celui de la radiation',
  },
  pourquoi: 'Une radiation à tort coûte à un ménage des années d’ancienneté.',
  correction: 'Vérifier dans le système national le motif des radiations hors attribution.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_radiation,
  date: ({ d }) => d.date_saisie_radiation,
  population: radiee,
  ventilation: ({ d }) => d.motif_radiation,
  colonnes: ['date_saisie_radiation'],
  liste: ['guichet_radiation', 'motif_radiation', 'date_radiation', 'date_saisie_radiation', 'date_preavis'],
})
