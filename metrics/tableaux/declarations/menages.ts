import * as axes from '../axes.ts'
import { defineTableau } from '../tableau.ts'
import { parAxesDe } from './par-axes.ts'

const CHAMP = 'demandes actives de personnes, associations à part'

const parAxes = parAxesDe({ famille: 'MENAGES', champ: CHAMP })

export const anciennete = defineTableau({
  code: 'TAB03-01',
  titre: 'Ancienneté de la demande',
  famille: 'MENAGES',
  forme: 'ANCIENNETE',
  champ: CHAMP,
  colonnes: ['date_depot|date_enregistrement'],
  definition:
    'Années révolues à la date de l’instantané depuis la date de dépôt, jamais postérieure à celle d’enregistrement (CCH, R441-2-3), sinon depuis l’enregistrement ; moyenne et médiane en mois révolus.',
  axes: [],
})

export const age = parAxes(
  'TAB03-02',
  'Âge du demandeur',
  'Âge en années révolues à la date de l’instantané.',
  axes.age,
)
export const nationalite = parAxes('TAB03-03', 'Nationalité du demandeur', 'Nationalité déclarée.', axes.nationalite)
export const taille = parAxes(
  'TAB03-04',
  'Taille du ménage',
  'Nombre de personnes à loger ; moins d’une est inconnu.',
  axes.taille,
)
export const personnesACharge = parAxes(
  'TAB03-05',
  'Personnes à charge',
  'Nombre de personnes à charge.',
  axes.personnesACharge,
)
export const situationProfessionnelle = parAxes(
  'TAB03-06',
  'Situation professionnelle',
  'Situation professionnelle du demandeur.',
  axes.situationProfessionnelle,
)
export const situationFamiliale = parAxes(
  'TAB03-07',
  'Situation familiale',
  'Situation familiale du demandeur.',
  axes.situationFamiliale,
)
export const ressources = parAxes(
  'TAB03-08',
  'Ressources mensuelles du ménage',
  'Ressources mensuelles en euros ; un montant négatif est inconnu.',
  axes.ressources,
)
export const plafond = parAxes(
  'TAB03-09',
  'Ressources par rapport au plafond',
  'Tranche de ressources par rapport au plafond, telle que l’extraction la nomme.',
  axes.tranchePlafond,
)
export const logementActuel = parAxes(
  'TAB03-10',
  'Logement actuel',
  'Logement au moment de la demande ; locataire d’un logement social : en mutation.',
  axes.logementActuel,
)
export const motif = parAxes('TAB03-11', 'Motif de la demande', 'Premier motif de la demande.', axes.motifDemande)
export const typologie = parAxes(
  'TAB03-12',
  'Type souhaité et taille du ménage',
  'Type de logement souhaité, croisé avec le nombre de personnes à loger.',
  axes.typologieSouhaitee,
  axes.taille,
)
export const commune = parAxes(
  'TAB03-13',
  'Commune souhaitée',
  'Premier choix de commune ; un arrondissement compte dans sa commune, une ancienne commune dans celle qui l’a reprise, un code inconnu du découpage officiel est inconnu.',
  axes.communeSouhaitee,
)
