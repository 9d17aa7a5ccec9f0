import * as axes from '../axes.ts'
import { defineTableau } from '../tableau.ts'
import { parAxesDe } from './par-axes.ts'

const CHAMP = 'attributions de personnes, selon la date de saisie de la radiation'
/** Columns without which no attribution can be counted in P. */
const DE_P = ['motif_radiation', 'date_saisie_radiation'] as const

const parAxes = parAxesDe({ famille: 'ATTRIBUTIONS', champ: CHAMP, colonnes: DE_P, sommable: true })

export const signatures = defineTableau({
  code: 'TAB04-01',
  titre: 'Attributions par mois de signature du bail',
  famille: 'ATTRIBUTIONS',
  forme: 'SIGNATURES',
  champ: 'attributions de personnes',
  colonnes: [...DE_P, 'date_signature_bail'],
  definition:
    'Attributions déjà saisies et attendues, par mois de signature, sur les douze mois qui finissent avec celui de l’instantané ; rien n’est estimé tant que moins d’un quart est saisi.',
  axes: [],
})

export const parReservataire = parAxes(
  'TAB04-02',
  'Attributions par réservataire',
  'Réservataire dont le droit a servi, « droits pour un tour » compris.',
  axes.reservataire,
)
export const daloEtQpv = parAxes(
  'TAB04-03',
  'Attributions DALO et en quartier prioritaire',
  'Ménages reconnus DALO, croisés avec les logements en quartier prioritaire de la politique de la ville.',
  axes.dalo,
  axes.enQpv,
)
export const parTypeEtCommune = parAxes(
  'TAB04-04',
  'Attributions par type et commune du logement',
  'Type du logement attribué, croisé avec sa commune.',
  axes.typologieLogement,
  axes.communeDuLogement,
)

export const delais = defineTableau({
  code: 'TAB04-05',
  titre: 'Délai d’attente des ménages logés',
  famille: 'ATTRIBUTIONS',
  forme: 'DELAIS',
  champ: `${CHAMP}, dont la date de signature du bail est connue`,
  colonnes: ['date_signature_bail', 'commune_logement', 'logement_actuel', ...DE_P],
  definition:
    'Jours entre le dépôt de la demande (jamais postérieur à l’enregistrement) et la signature du bail, par commune du logement et selon que le ménage était locataire d’un logement social. Un bail signé avant le dépôt compte tel quel.',
  axes: [axes.communeDuLogement],
  sommable: true,
})

export const pression = defineTableau({
  code: 'TAB04-06',
  titre: 'Pression de la demande',
  famille: 'ATTRIBUTIONS',
  forme: 'PRESSION',
  champ: 'demandes actives et attributions de personnes',
  colonnes: ['commune_souhaitee', 'commune_logement', ...DE_P],
  definition:
    'Demandes actives par commune souhaitée, rapportées aux attributions saisies dans les douze mois qui finissent à la date de l’instantané, par commune du logement.',
  axes: [axes.communeDuLogement],
})

export const objectifs = defineTableau({
  code: 'TAB04-07',
  titre: 'Objectifs d’attribution de l’article L441-1',
  famille: 'ATTRIBUTIONS',
  forme: 'OBJECTIFS',
  champ: CHAMP,
  colonnes: [
    'ressources_mensuelles',
    'unites_consommation',
    'en_qpv',
    'dalo',
    'public_prioritaire',
    'commune_logement',
    'reservataire',
    ...DE_P,
  ],
  definition:
    'Par EPCI du logement et réservataire : hors QPV, part des ménages du premier quartile (objectif 25 %) ; en QPV, part des trois autres (50 %) ; part des ménages DALO ou prioritaires (25 %). Premier quartile : ressources mensuelles × 12 / unités de consommation au plus égales au seuil de l’EPCI.',
  axes: [axes.reservataire],
  sommable: true,
})

export const ancienLogement = defineTableau({
  code: 'TAB04-08',
  titre: 'Attributions selon l’ancien logement',
  famille: 'ATTRIBUTIONS',
  forme: 'VENTILATIONS',
  champ: CHAMP,
  colonnes: ['logement_actuel|relogement_anru|accord_collectif', ...DE_P],
  definition:
    'Logement occupé avant l’attribution ; relogements ANRU et accords collectifs, là où l’extraction les donne.',
  axes: [axes.logementActuel, axes.relogementAnru, axes.accordCollectif],
  sommable: true,
})
