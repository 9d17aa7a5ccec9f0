import type { DuckDBConnection } from '@duckdb/node-api'
import type { Jour } from '../../ingest/socle/jour.ts'
import { etatAu, lireEstimations } from '../attributions/lire.ts'
import type { Vue } from './lire-cellules.ts'
import type { LigneTableau } from './reponse.ts'

/** Attributions by month of signature over the twelve months that end with a snapshot's, of all or of one category of guichet. */
export const lireSignatures = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
  { filtre, valeur }: Vue,
): Promise<{ readonly lignes: readonly LigneTableau[] }> => {
  const etat = await etatAu(connection, territoire, instantane)
  if (etat === null) return { lignes: [] }
  const entite =
    filtre === 'CATEGORIE'
      ? ({ niveau: 'CATEGORIE', entite: valeur } as const)
      : ({ niveau: 'TERRITOIRE', entite: territoire } as const)
  const estimations = await lireEstimations(connection, territoire, etat, instantane, entite)
  return { lignes: estimations.map(({ mois, enregistrees, estimees }) => ({ mois, enregistrees, estimees })) }
}
