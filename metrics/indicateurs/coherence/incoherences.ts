import { enJour } from '../../../ingest/socle/jour.ts'
import { MOIS_D_ECHEANCE_PLAUSIBLE } from '../../../ingest/socle/regles/demande.ts'
import type { Composante } from '../../indicateur.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandes } from '../../relations/demandes.ts'
import {
  auMoins,
  connu,
  constante,
  different,
  egal,
  et,
  extrait,
  inconnu,
  inferieur,
  moisAnnee,
  moisApres,
  ou,
  parmi,
  superieur,
  vrai,
} from '../../sql.ts'
import { active } from '../commun.ts'

const REGLES: readonly Composante[] = [
  {
    code: 'C01',
    libelle: 'Déposée après son enregistrement',
    colonnes: ['date_depot'],
    condition: ({ d }) => superieur(d.date_depot, d.date_enregistrement),
  },
  {
    code: 'C03',
    libelle: 'Date de naissance absente, ou âge de moins de 16 ans ou de plus de 110 ans',
    colonnes: ['date_naissance'],
    condition: ({ d }) => vrai(d.age_impossible),
  },
  {
    code: 'C04',
    libelle: 'Moins de 1 ou plus de 20 personnes à loger',
    colonnes: ['nb_personnes'],
    condition: ({ d }) => ou(inferieur(d.nb_personnes, constante(1)), superieur(d.nb_personnes, constante(20))),
  },
  {
    code: 'C05',
    libelle: 'Revenus négatifs, ou ressources de plus de 50 000 € par mois',
    colonnes: ['revenu_fiscal_reference|ressources_mensuelles'],
    condition: ({ d }) =>
      ou(
        inferieur(d.revenu_fiscal_reference, constante(0)),
        inferieur(d.ressources_mensuelles, constante(0)),
        superieur(d.ressources_mensuelles, constante(50_000)),
      ),
  },
  {
    code: 'C06',
    libelle: 'Renouvelée avant son enregistrement',
    colonnes: ['date_renouvellement'],
    condition: ({ d }) => inferieur(d.date_renouvellement, d.date_enregistrement),
  },
  {
    code: 'C07',
    libelle: 'Échéance absente, ou à plus de treize mois',
    colonnes: ['date_echeance'],
    condition: ({ d, instantane }) =>
      ou(inconnu(d.date_echeance), superieur(d.date_echeance, moisApres(instantane, MOIS_D_ECHEANCE_PLAUSIBLE))),
  },
  {
    code: 'C08',
    libelle: 'Active avec un motif ou une date de radiation',
    colonnes: ['motif_radiation|date_radiation'],
    condition: ({ d }) => ou(connu(d.motif_radiation), connu(d.date_radiation)),
  },
  {
    code: 'C09',
    libelle: 'Taille du ménage et typologie souhaitée à vérifier',
    colonnes: ['nb_personnes', 'typologie_souhaitee'],
    condition: ({ d }) =>
      ou(
        et(egal(d.nb_personnes, constante(1)), parmi(d.typologie_souhaitee, ['T5', 'T6'])),
        et(auMoins(d.nb_personnes, constante(6)), parmi(d.typologie_souhaitee, ['CHAMBRE', 'T1'])),
      ),
    aVerifier: true,
  },
  {
    code: 'C10',
    libelle: 'Mois et année du numéro unique étrangers à l’enregistrement et au dépôt',
    colonnes: ['date_depot'],
    condition: ({ d }) => {
      const duNumero = extrait(d.numero_unique, 4, 4)
      return et(
        different(duNumero, moisAnnee(d.date_enregistrement)),
        ou(inconnu(d.date_depot), different(duNumero, moisAnnee(d.date_depot))),
      )
    },
  },
  {
    code: 'C11',
    libelle: 'Conjoint identique au demandeur',
    colonnes: [
      'conjoint_nom_naissance',
      'conjoint_prenom',
      'conjoint_date_naissance',
      'nom_naissance|nom',
      'prenom',
      'date_naissance',
    ],
    condition: ({ d }) => vrai(d.conjoint_identique),
  },
]

/** Share of the active demandes acted on in the period that break one rule of plausibility or more, C09 apart. */
export const incoherences = defineIndicateur({
  code: 'incoherences',
  libelle: 'Incohérences',
  definition: 'Part des demandes enregistrées, renouvelées ou modifiées qui contiennent une incohérence.',
  famille: 'coherence',
  principal: true,
  unite: 'part',
  seuil: [{ depuis: enJour('2011-01-01'), valeur: 0.02 }],
  source: { texte: 'Convention, 3.2.2 b', citation: 'fiabilité des informations' },
  mots: {
    numerateur: 'demandes qui enfreignent une ou plusieurs règles de vraisemblance',
    denominateur: 'demandes actives dont le dernier acte est dans la période',
    guichet: 'celui du dernier acte',
  },
  pourquoi: 'Une incohérence peut faire écarter un dossier, ou fausser son ancienneté.',
  correction: 'Vérifier avec le ménage et corriger l’information désignée.',
  relation: demandes,
  guichet: ({ d }) => d.guichet_maj,
  date: ({ d }) => d.date_maj,
  population: active,
  detaille: true,
  composantes: REGLES,
  colonnes: ['statut'],
  liste: [
    'guichet_maj',
    'date_maj',
    'date_depot',
    'date_enregistrement',
    'date_renouvellement',
    'date_echeance',
    'nb_personnes',
    'typologie_souhaitee',
  ],
})
