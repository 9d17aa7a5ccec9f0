import { defineTableau } from '../tableau.ts'

const EQUILIBRE =
  'Stock de début : demandes actives au premier instantané. Entrées : actives au second et non au premier ; réactivées si elles y étaient radiées, nouvelles si elles sont enregistrées après lui, tardives si elles l’étaient avant et n’y figuraient pas. Sorties : actives au premier et non au second, par motif de radiation, ou absentes du second. Stock de fin = stock de début + entrées − sorties.'

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
