import { enJour } from '../../../ingest/socle/jour.ts'
import { MOIS_DE_PREAVIS } from '../../../ingest/socle/regles/demande.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { connu, constante, egal, et, inconnu, moisAvant, ou, superieur } from '../../sql.ts'
import { radiee } from '../commun.ts'

/** Share of the radiations for non-renewal without a notice a month before the end of validity. The territory's only. */
export const radiationsSansPreavis = defineIndicateur({
  code: 'radiations_sans_preavis',
  libelle: 'Radiations sans préavis',
  definition: 'Part des radiations pour non-renouvellement faites sans préavis un mois avant l’échéance.',
  famille: 'renouvellement',
  unite: 'part',
  niveaux: ['TERRITOIRE'],
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.01 }],
  source: { texte: 'CCH, L441-2-1 et R441-2-7', citation: 'préavis un mois au moins avant l’échéance' },
  mots: {
    numerateur: 'radiations sans préavis, ou avec un préavis moins d’un mois avant l’échéance',
    denominateur: 'radiations pour non-renouvellement prenant effet dans la période',
    guichet: 'aucun : la part du territoire seul',
  },
  pourquoi: 'Sans préavis, la radiation est irrégulière et le ménage perd son ancienneté sans avoir été prévenu.',
  correction: 'Faire rétablir la demande et vérifier l’envoi des préavis.',
  relation: demandes,
  guichet: null,
  date: ({ d }) => d.date_radiation,
  population: (c) => et(radiee(c), egal(c.d.motif_radiation, constante('NON_RENOUVELLEMENT'))),
  numerateur: ({ d }) =>
    ou(
      inconnu(d.date_preavis),
      et(connu(d.date_echeance), superieur(d.date_preavis, moisAvant(d.date_echeance, MOIS_DE_PREAVIS))),
    ),
  colonnes: ['motif_radiation', 'date_radiation', 'date_preavis', 'date_echeance'],
  liste: ['guichet_radiation', 'date_preavis', 'date_echeance', 'date_radiation'],
})
