import type { Column } from '../contract/column.ts'
import { COLONNES_DES_FICHIERS, COLONNES_SENSIBLES, HISTOIRE, MARQUES, typeMoteur } from '../contract/histoire.ts'
import { DEMANDES } from '../contract/tables.ts'
import type { SORTES_DE_FICHIERS } from './dossier.ts'

/** A column of the files beside the base, as it is told to who reads it elsewhere. */
export interface ColonneDecrite {
  readonly nom: string
  /** As the engine names it. */
  readonly type: string
  readonly nulle: boolean
  readonly sens: string
  readonly unite: string | null
  readonly codes: readonly string[] | null
}

interface FichierDecrit {
  readonly sens: string
  readonly colonnes: readonly ColonneDecrite[]
}

const CONTRAT: readonly Column[] = DEMANDES.colonnes

const dire = (nom: string, type: string, sens: string, nulle = true): ColonneDecrite => ({
  nom,
  type,
  nulle,
  sens,
  unite: null,
  codes: null,
})

/** The units of the contract's quantities. */
const UNITES: { readonly [Nom in (typeof DEMANDES.colonnes)[number]['nom']]?: string } = {
  nb_personnes: 'personnes',
  personnes_a_charge: 'personnes',
  ressources_mensuelles: 'euros par mois',
  revenu_fiscal_reference: 'euros',
  surface_logement: 'm²',
  unites_consommation: 'unités de consommation',
}

const uniteDe = (nom: string): string | null => Object.entries(UNITES).find(([colonne]) => colonne === nom)?.[1] ?? null

const duContrat = ({ nom, type, libelle, codes, obligatoire }: Column): ColonneDecrite => ({
  nom,
  type: typeMoteur(type),
  nulle: obligatoire === undefined,
  sens: libelle,
  unite: uniteDe(nom),
  codes: codes ?? null,
})

const connues = new Map([
  ...CONTRAT.map((colonne): [string, ColonneDecrite] => [colonne.nom, duContrat(colonne)]),
  ...MARQUES.map(({ nom, type, libelle }): [string, ColonneDecrite] => [nom, dire(nom, type, libelle)]),
])

const DEPUIS = dire('depuis', 'DATE', 'Premier instantané où la demande est telle', false)
const JUSQUA = dire('jusqua', 'DATE', 'Premier instantané où elle n’est plus telle', false)

const histoire = HISTOIRE.flatMap(({ nom }) => connues.get(nom) ?? [])

/** What each sort of Parquet file beside the base holds; rejects are no such file. */
export const FICHIERS_DECRITS: Readonly<
  Record<Exclude<(typeof SORTES_DE_FICHIERS)[number]['dossier'], 'rejets'>, FichierDecrit>
> = {
  courantes: {
    sens: 'Les demandes du dernier instantané d’un territoire, entières et sans nom.',
    colonnes: [DEPUIS, ...histoire, ...COLONNES_SENSIBLES.map(duContrat)],
  },
  historique: {
    sens: 'Les versions des demandes qui ont pris fin à un instantané. Celles qui valent encore sont dans « courantes ».',
    colonnes: [DEPUIS, JUSQUA, ...histoire],
  },
  identites: {
    sens: 'Les noms, dates de naissance et coordonnées du dernier instantané d’un territoire, à part.',
    colonnes: COLONNES_DES_FICHIERS.identites.map(duContrat),
  },
  cles: {
    sens: 'Les empreintes d’identité d’un des deux derniers instantanés d’un territoire : elles se comparent entre elles, et à de nouvelles avec le secret seul.',
    colonnes: [
      ...COLONNES_DES_FICHIERS.cles.map(duContrat),
      dire('k1', 'UBIGINT', 'Empreinte à secret du nom de naissance, du prénom et de la date de naissance'),
      dire('k2', 'UBIGINT', 'La même, nom et prénom échangés'),
    ],
  },
}
