import { sql } from 'kysely'
import { HISTOIRE, type NomHistoire } from '../../ingest/store/colonnes.ts'
import { colonne, dernier, egal, selon, type Terme } from '../sql.ts'

/** Columns that the engine adds to a demande: its latest acts. */
const DERIVEES = ['date_maj', 'guichet_maj', 'date_dossier', 'guichet_dossier'] as const

/** Columns that say what a rule between households picked out. */
export const MARQUES = ['doublon_actif', 'forcage_injustifie'] as const

/** Columns of the messages of private systems. */
const FLUX = ['date', 'guichet', 'type_message', 'code_retour'] as const

export type NomSituation = NomHistoire | (typeof DERIVEES)[number] | (typeof MARQUES)[number] | (typeof FLUX)[number]

/** The columns of a row, as terms. */
export type Colonnes = Readonly<Record<NomSituation, Terme>>

export const colonnesDe = (alias: string): Colonnes =>
  Object.fromEntries(
    [...HISTOIRE.map(({ nom }) => nom), ...DERIVEES, ...MARQUES, ...FLUX].map((nom) => [
      nom,
      colonne(`${alias}.${nom}`),
    ]),
  ) as Colonnes

const enregistrement = colonne('date_enregistrement')
const renouvellement = colonne('date_renouvellement')
const modification = colonne('date_modification')
const dateMaj = dernier(enregistrement, renouvellement, modification)
const dateDossier = dernier(enregistrement, renouvellement)

/** The latest of registration, renewal and modification, and the guichet of that act; on equal dates modification, else renewal. */
export const DERNIERS_ACTES = sql.join([
  sql`${dateMaj} AS date_maj`,
  sql`${selon(
    [
      [egal(modification, dateMaj), colonne('guichet_modification')],
      [egal(renouvellement, dateMaj), colonne('guichet_renouvellement')],
    ],
    colonne('guichet_enregistrement'),
  )} AS guichet_maj`,
  sql`${dateDossier} AS date_dossier`,
  sql`${selon([[egal(renouvellement, dateDossier), colonne('guichet_renouvellement')]], colonne('guichet_enregistrement'))} AS guichet_dossier`,
])
