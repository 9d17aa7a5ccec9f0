import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api'
import { type Jour, type Mois, numeroDuJour } from '../../ingest/socle/jour.ts'
import type { Norme } from './juger.ts'
import type { Ligne } from './ligne.ts'

const LOT = 2048

const entier = (valeur: number | null): bigint | null => (valeur === null ? null : BigInt(valeur))
const json = (valeur: unknown): string | null => (valeur === null ? null : JSON.stringify(valeur))
const jour = (valeur: Jour | null) => (valeur === null ? null : new DuckDBDateValue(numeroDuJour(valeur)))

/** A result as it is written: what, of which month and how many months, judged by what. */
export interface AEcrire {
  readonly territoire: string
  readonly mois: Mois
  readonly duree: 1 | 12
  readonly ligne: Ligne
  readonly consolide: number | null
  readonly norme: Norme | undefined
}

/** The columns of `resultats`, in their order. */
const COLONNES: readonly (readonly [DuckDBType, (r: AEcrire) => DuckDBValue])[] = [
  [VARCHAR, (r) => r.territoire],
  [VARCHAR, (r) => r.mois],
  [UTINYINT, (r) => r.duree],
  [VARCHAR, (r) => r.ligne.niveau],
  [VARCHAR, (r) => r.ligne.entite],
  [VARCHAR, (r) => r.ligne.indicateur],
  [VARCHAR, (r) => r.ligne.libelle],
  [VARCHAR, (r) => r.ligne.categorie],
  [DATE, (r) => jour(r.ligne.date_fermeture)],
  [UTINYINT, (r) => r.ligne.mois_couverts],
  [BIGINT, (r) => entier(r.ligne.numerateur)],
  [BIGINT, (r) => entier(r.ligne.denominateur)],
  [DOUBLE, (r) => r.ligne.valeur],
  [DOUBLE, (r) => r.ligne.p90],
  [DOUBLE, (r) => r.ligne.ic_bas],
  [DOUBLE, (r) => r.ligne.ic_haut],
  [DOUBLE, (r) => r.ligne.reference],
  [DOUBLE, (r) => r.ligne.z_ajuste],
  [BOOLEAN, (r) => r.ligne.atypique],
  [VARCHAR, (r) => r.ligne.statut],
  [VARCHAR, (r) => r.ligne.statut_12_mois],
  [VARCHAR, (r) => r.ligne.statut_affiche],
  [VARCHAR, (r) => r.ligne.motif],
  [VARCHAR, (r) => json(r.ligne.details)],
  // Sums read months alone.
  [VARCHAR, (r) => (r.duree === 1 ? json(r.ligne.distribution) : null)],
  [DOUBLE, (r) => r.consolide],
  [DOUBLE, (r) => r.norme?.objectif ?? null],
  [DOUBLE, (r) => r.norme?.seuil ?? null],
  [INTEGER, (r) => r.norme?.minimum ?? null],
]

/** Appends results column by column, in the connection's transaction. */
export const ecrireResultats = async (connection: DuckDBConnection, resultats: readonly AEcrire[]): Promise<void> => {
  const appender = await connection.createAppender('resultats')
  for (let debut = 0; debut < resultats.length; debut += LOT) {
    const lot = resultats.slice(debut, debut + LOT)
    const chunk = DuckDBDataChunk.create(
      COLONNES.map(([type]) => type),
      lot.length,
    )
    for (const [i, [, lire]] of COLONNES.entries()) chunk.setColumnValues(i, lot.map(lire))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
