import type { Column } from './column.ts'
import { DEMANDES } from './tables.ts'

/** A column kept in history, with the engine's type. */
export interface ColonneHistoire {
  readonly nom: string
  readonly type: 'VARCHAR' | 'DATE' | 'INTEGER' | 'DOUBLE' | 'BOOLEAN' | 'UINTEGER'
}

const TYPES: Record<Column['type'], ColonneHistoire['type']> = {
  texte: 'VARCHAR',
  numero_unique: 'VARCHAR',
  guichet: 'VARCHAR',
  date: 'DATE',
  mois: 'VARCHAR',
  entier: 'INTEGER',
  nombre: 'DOUBLE',
  booleen: 'BOOLEAN',
  code: 'VARCHAR',
  insee: 'VARCHAR',
  siren: 'VARCHAR',
  rpls: 'VARCHAR',
  code_postal: 'VARCHAR',
}

export const typeMoteur = (type: Column['type']): ColonneHistoire['type'] => TYPES[type]

const colonnes: readonly Column[] = DEMANDES.colonnes
const [NUMERO] = DEMANDES.colonnes

/** Names, birth dates, addresses and dwelling numbers: kept apart, for the latest snapshot alone. */
export const COLONNES_NOMINATIVES = colonnes.filter((c) => c.confidentialite === 'nominative')

/** Values kept for the latest snapshot alone; history keeps whether they were filled. */
export const COLONNES_SENSIBLES = colonnes.filter((c) => c.confidentialite === 'sensible' || c.dernierSeul)

const courantes = colonnes.filter((c) => c.confidentialite === undefined && !c.dernierSeul)

/** What a past month's lists need of columns that history does not keep. */
export const MARQUES = [
  { nom: 'nationalite_connue', type: 'BOOLEAN', libelle: 'La nationalité était renseignée' },
  { nom: 'motif_demande_connu', type: 'BOOLEAN', libelle: 'Le motif de la demande était renseigné' },
  { nom: 'numero_rpls_connu', type: 'BOOLEAN', libelle: 'Le numéro RPLS avait dix lettres ou chiffres' },
  { nom: 'adresse_logement_connue', type: 'BOOLEAN', libelle: 'L’adresse du logement était renseignée' },
  {
    nom: 'age_impossible',
    type: 'BOOLEAN',
    libelle: 'Moins de 16 ans ou plus de 110 à la date de l’instantané, ou pas de date de naissance',
  },
  {
    nom: 'conjoint_identique',
    type: 'BOOLEAN',
    libelle: 'Conjoint et demandeur ont mêmes nom de naissance, prénom et date de naissance',
  },
  {
    nom: 'empreinte_nom',
    type: 'UINTEGER',
    libelle: 'Empreinte à secret du nom de naissance, comparable d’un instantané à l’autre pour cette seule demande',
  },
  {
    nom: 'empreinte_prenom',
    type: 'UINTEGER',
    libelle: 'Empreinte à secret du prénom, comparable d’un instantané à l’autre pour cette seule demande',
  },
] as const satisfies readonly (ColonneHistoire & { readonly libelle: string })[]

/** The contract's columns in each sort of Parquet file beside the base, by its folder. */
export const COLONNES_DES_FICHIERS = {
  courantes: [...courantes, ...COLONNES_SENSIBLES],
  historique: courantes,
  identites: [NUMERO, ...COLONNES_NOMINATIVES],
  cles: [NUMERO],
} as const satisfies Readonly<Record<string, readonly Column[]>>

/** Every column of a demande in history. */
export const HISTOIRE: readonly ColonneHistoire[] = [
  ...courantes.map(({ nom, type }) => ({ nom, type: typeMoteur(type) })),
  ...MARQUES,
]

type ColonneDemande = (typeof DEMANDES.colonnes)[number]
type Durable<C> = C extends { confidentialite: string } | { dernierSeul: true }
  ? never
  : C extends { nom: infer N }
    ? N
    : never

export type NomHistoire = Durable<ColonneDemande> | (typeof MARQUES)[number]['nom']
