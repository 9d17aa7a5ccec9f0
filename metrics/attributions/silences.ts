import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { type Jour, plusMois } from '../../ingest/socle/jour.ts'
import { MOIS_DE_SAISIE } from '../../ingest/socle/regles/attribution.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'
import { entier, jour, texte } from '../../ingest/socle/sql/colonne.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Registre } from '../engine/registre.ts'
import { attributionsSql } from './saisie.ts'

/** A landlord's service that recorded no attribution for three months. */
export interface Silence {
  readonly service: string
  readonly libelle: string
  /** Its last recording; null where the snapshot shows none. */
  readonly derniere: Jour | null
  /** Attributions recorded in the nine months before these three. */
  readonly avant: number
}

const MOIS_OBSERVES = 12

/** Services of landlords, with an open guichet, of which no attribution was recorded in the three months to a snapshot. */
export const chercherSilences = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
  dernier: Jour,
  registre: Registre,
): Promise<Silence[]> => {
  const debutSilence = plusMois(instantane, -regleEn(MOIS_DE_SAISIE, instantane))
  const lignes = await runQuery(
    connection,
    sql`SELECT guichet_radiation AS guichet, max(date_saisie_radiation) AS derniere,
        count(*) FILTER (date_saisie_radiation <= ${jourSql(debutSilence)} AND date_saisie_radiation > ${jourSql(plusMois(instantane, -MOIS_OBSERVES))}) AS avant
      FROM ${attributionsSql(territoire, instantane, dernier)} WHERE guichet_radiation IS NOT NULL AND date_saisie_radiation IS NOT NULL GROUP BY ALL`,
    { guichet: texte, derniere: jour, avant: entier },
  )
  const parGuichet = new Map(lignes.map((ligne) => [ligne.guichet, ligne]))
  const ouverts = [...registre.guichets.values()].filter(
    ({ categorie, date_fermeture }) =>
      categorie === 'BAILLEUR' && (date_fermeture === null || date_fermeture > instantane),
  )
  return [...new Set(ouverts.map(({ service_code }) => service_code))].sort().flatMap((service) => {
    const siennes = [...registre.guichets.values()]
      .filter(({ service_code }) => service_code === service)
      .flatMap(({ code }) => parGuichet.get(code) ?? [])
    const derniere =
      siennes
        .map((ligne) => ligne.derniere)
        .sort()
        .at(-1) ?? null
    if (derniere !== null && derniere > debutSilence) return []
    const avant = siennes.reduce((total, ligne) => total + ligne.avant, 0)
    return [{ service, libelle: registre.services.get(service)?.libelle ?? service, derniere, avant }]
  })
}
