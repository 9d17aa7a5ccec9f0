import { MOIS_D_ECHEANCE_PLAUSIBLE } from '../../../ingest/socle/regles/demande.ts'
import type { Composante, Remede } from '../../indicateur.ts'
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

const verifier = (onglet: string, champ: string, faute: string, montre: readonly string[] = []): Remede => ({
  faute,
  lieu: [onglet, champ],
  geste: 'Vérifier avec le ménage, ou sur le formulaire, et corriger.',
  montre,
})

/** Rules of plausibility: what no demande should contain. */
export const REGLES: readonly Composante[] = [
  {
    code: 'C01',
    libelle: 'Déposée après son enregistrement',
    colonnes: ['date_depot'],
    condition: ({ d }) => superieur(d.date_depot, d.date_enregistrement),
    remede: verifier('Demande', 'Date de dépôt', 'La demande est dite déposée après son enregistrement', [
      'date_depot',
    ]),
  },
  {
    code: 'C03',
    libelle: 'Date de naissance absente, ou âge de moins de 16 ans ou de plus de 110 ans',
    colonnes: ['date_naissance'],
    condition: ({ d }) => vrai(d.age_impossible),
    remede: verifier('Identité', 'Date de naissance', 'La date de naissance manque ou ne peut pas être juste'),
  },
  {
    code: 'C04',
    libelle: 'Moins de 1 ou plus de 20 personnes à loger',
    colonnes: ['nb_personnes'],
    condition: ({ d }) => ou(inferieur(d.nb_personnes, constante(1)), superieur(d.nb_personnes, constante(20))),
    remede: verifier('Foyer', 'Nombre de personnes à loger', 'Le nombre de personnes à loger ne peut pas être juste', [
      'nb_personnes',
    ]),
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
    remede: verifier(
      'Ressources',
      'Revenu fiscal de référence, ressources mensuelles',
      'Les revenus ne peuvent pas être justes',
    ),
  },
  {
    code: 'C06',
    libelle: 'Renouvelée avant son enregistrement',
    colonnes: ['date_renouvellement'],
    condition: ({ d }) => inferieur(d.date_renouvellement, d.date_enregistrement),
    remede: verifier('Demande', 'Date de renouvellement', 'La demande est dite renouvelée avant son enregistrement', [
      'date_renouvellement',
    ]),
  },
  {
    code: 'C07',
    libelle: 'Échéance absente, ou à plus de treize mois',
    colonnes: ['date_echeance'],
    condition: ({ d, instantane }) =>
      ou(inconnu(d.date_echeance), superieur(d.date_echeance, moisApres(instantane, MOIS_D_ECHEANCE_PLAUSIBLE))),
    remede: verifier('Demande', 'Date d’échéance', 'L’échéance manque ou est trop lointaine', ['date_echeance']),
  },
  {
    code: 'C08',
    libelle: 'Active avec un motif ou une date de radiation',
    colonnes: ['motif_radiation|date_radiation'],
    condition: ({ d }) => ou(connu(d.motif_radiation), connu(d.date_radiation)),
    remede: verifier('Radiation', 'Motif et date de radiation', 'La demande est active mais porte une radiation'),
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
    remede: verifier(
      'Demande',
      'Date de dépôt',
      'Le mois du numéro unique n’est ni celui du dépôt, ni celui de l’enregistrement',
      ['date_depot', 'date_enregistrement'],
    ),
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
    remede: verifier(
      'Conjoint',
      'Nom, prénom et date de naissance',
      'Le conjoint est la même personne que le demandeur',
    ),
  },
]
