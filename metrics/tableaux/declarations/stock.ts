import { defineTableau } from '../tableau.ts'

const EQUILIBRE =
  'Stock de début : demandes actives dans S0. Entrées : actives dans S et non dans S0, réactivées (radiées dans S0), nouvelles (enregistrées après S0) ou tardives (absentes de S0, enregistrées avant). Sorties : actives dans S0 et non dans S, par motif de radiation de S, ou absentes de S. Stock de fin = stock de début + entrées − sorties.'

const stock = { famille: 'STOCK', forme: 'STOCK', colonnes: [], axes: [], definition: EQUILIBRE } as const

export const evolutionDuStock = defineTableau({
  ...stock,
  code: 'TAB01-01',
  titre: 'Évolution du stock de demandes',
  champ: 'demandes de personnes',
})

export const evolutionDesAssociations = defineTableau({
  ...stock,
  code: 'TAB01-02',
  titre: 'Évolution du stock de demandes d’associations',
  champ: 'demandes d’associations',
})

const serie = {
  famille: 'SERIES',
  forme: 'SERIE',
  champ: 'demandes actives de personnes',
  colonnes: [],
  axes: [],
} as const

const definirSerie = (dates: string): string =>
  `Demandes actives ${dates}, à la date de l’instantané qui clôt chaque mois ; en mutation : locataires d’un logement social ; un logement actuel inconnu est hors mutation ; évolution sur un an = total / total un an plus tôt − 1. Un mois sans instantané n’a pas de ligne.`

export const finsDeTrimestre = defineTableau({
  ...serie,
  code: 'TAB02-01',
  titre: 'Demandes actives aux quatre dernières fins de trimestre',
  definition: definirSerie('aux quatre dernières fins de trimestre'),
  serie: { pas: 3, nombre: 4 },
})

export const finsDAnnee = defineTableau({
  ...serie,
  code: 'TAB02-02',
  titre: 'Demandes actives aux trois dernières fins d’année',
  definition: definirSerie('aux trois dernières fins d’année'),
  serie: { pas: 12, nombre: 3 },
})

export const finsDeMois = defineTableau({
  ...serie,
  code: 'TAB02-03',
  titre: 'Demandes actives aux douze dernières fins de mois',
  definition: definirSerie('aux douze dernières fins de mois'),
  serie: { pas: 1, nombre: 12 },
})
