import * as attributions from './declarations/attributions.ts'
import * as menages from './declarations/menages.ts'
import * as stock from './declarations/stock.ts'

/** Every standard table, in the order of their codes. */
export const TABLEAUX = [
  stock.evolutionDuStock,
  stock.evolutionDesAssociations,
  stock.finsDeTrimestre,
  stock.finsDAnnee,
  stock.finsDeMois,
  menages.anciennete,
  menages.age,
  menages.nationalite,
  menages.taille,
  menages.personnesACharge,
  menages.situationProfessionnelle,
  menages.situationFamiliale,
  menages.ressources,
  menages.plafond,
  menages.logementActuel,
  menages.motif,
  menages.typologie,
  menages.commune,
  attributions.signatures,
  attributions.parReservataire,
  attributions.daloEtQpv,
  attributions.parTypeEtCommune,
  attributions.delais,
  attributions.pression,
  attributions.objectifs,
  attributions.ancienLogement,
] as const

export type CodeTableau = (typeof TABLEAUX)[number]['code']

/** A table as everything but its declaration knows it. */
export type Tableau = (typeof TABLEAUX)[number]

export const tableauDe = (code: string): Tableau | undefined => TABLEAUX.find((tableau) => tableau.code === code)
