import { enJour } from '../../../ingest/socle/jour.ts'
import { MOIS_APRES_ECHEANCE } from '../../../ingest/socle/regles/demande.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import { inferieur, moisAvant } from '../../sql.ts'
import { active } from '../commun.ts'

/** Share of the active demandes past their end of validity by more than a month. The territory's only. */
export const demandesPerimees = defineIndicateur({
  code: 'demandes_perimees',
  libelle: 'Demandes périmées',
  definition: 'Part des demandes actives dont l’échéance est dépassée de plus d’un mois.',
  famille: 'renouvellement',
  unite: 'part',
  nature: 'stock',
  niveaux: ['TERRITOIRE'],
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.01 }],
  source: { texte: 'CCH, R441-2-8 e ; arrêté du 23/03/2015', citation: 'treize mois' },
  mots: {
    numerateur: 'demandes actives dont l’échéance précède de plus d’un mois la date de l’instantané',
    denominateur: 'demandes actives',
    guichet: 'aucun : la part du territoire seul',
  },
  pourquoi: 'Une demande périmée encore active fausse le stock et la file d’attente.',
  correction: 'Signaler l’anomalie au gestionnaire du système national : la radiation y est automatique.',
  relation: demandes,
  guichet: null,
  population: active,
  numerateur: ({ d, instantane }) => inferieur(d.date_echeance, moisAvant(instantane, MOIS_APRES_ECHEANCE)),
  colonnes: ['statut', 'date_echeance'],
  liste: ['guichet_enregistrement', 'date_echeance', 'date_renouvellement'],
})
