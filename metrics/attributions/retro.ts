import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import { booleen, entier, reel } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { deLEntite, type EntiteVisee } from './lire.ts'
import { ATTRIBUTIONS_ESTIMEES } from './tables.ts'

/** From this share on, what a later snapshot shows of a month is what came. */
export const PART_CONSTATEE = 0.99

/** A provisional month as a past snapshot estimated it, beside what came. */
export interface LigneRetro {
  readonly instantane: Jour
  readonly mois: Mois
  readonly enregistrees: number
  readonly estimees: number
  readonly ic_bas: number
  readonly ic_haut: number
  /** What plain chain ladder gave. */
  readonly chaine: number
  readonly constatees: number
  readonly dans_intervalle: boolean
}

/** How good past estimates were. */
export interface BilanRetro {
  readonly n: number
  readonly instantanes: number
  /** Share of months whose outcome fell in the interval at 90 %; null without any. */
  readonly couverture: number | null
  /** Mean absolute error, in attributions: of the estimate, of « recorded so far », of plain chain ladder. */
  readonly erreur: number | null
  readonly erreur_naive: number | null
  readonly erreur_chaine: number | null
  /** Mean of what came, that errors are compared with. */
  readonly constatees: number | null
}

const { instantane, mois, enregistrees, chaine } = ATTRIBUTIONS_ESTIMEES.colonnes
const FORME = {
  instantane,
  mois,
  enregistrees,
  estimees: reel,
  ic_bas: reel,
  ic_haut: reel,
  chaine,
  constatees: entier,
  dans_intervalle: booleen,
}

/**
 * Every estimate of a provisional month that a snapshot up to a day allowed, beside what the latest snapshot up to that day
 * that shows the month knows of it, once all but a hundredth is recorded.
 */
export const lireRetro = (
  connection: DuckDBConnection,
  territoire: string,
  jusqua: Jour,
  entite: EntiteVisee,
): Promise<LigneRetro[]> => {
  const lignes = sql`(SELECT * FROM attributions_estimees WHERE territoire = ${territoire} AND ${deLEntite(entite)} AND instantane <= ${jusqua})`
  return runQuery(
    connection,
    sql`WITH venues AS (SELECT mois, arg_max(enregistrees, instantane) AS constatees, arg_max(part_enregistree, instantane) AS part, max(instantane) AS vue FROM ${lignes} GROUP BY mois)
      SELECT e.instantane, mois, e.enregistrees, e.estimees, e.ic_bas, e.ic_haut, e.chaine, v.constatees,
        v.constatees BETWEEN e.ic_bas AND e.ic_haut AS dans_intervalle
      FROM ${lignes} e JOIN venues v USING (mois)
      WHERE e.provisoire AND e.estimees IS NOT NULL AND v.part >= ${PART_CONSTATEE} AND e.instantane < v.vue ORDER BY e.instantane, mois`,
    FORME,
  )
}

const moyenne = (valeurs: readonly number[]): number | null =>
  valeurs.length === 0 ? null : valeurs.reduce((a, b) => a + b, 0) / valeurs.length

export const bilanRetro = (lignes: readonly LigneRetro[]): BilanRetro => {
  const erreur = (estimee: (ligne: LigneRetro) => number) =>
    moyenne(lignes.map((ligne) => Math.abs(estimee(ligne) - ligne.constatees)))
  return {
    n: lignes.length,
    instantanes: new Set(lignes.map(({ instantane }) => instantane)).size,
    couverture: moyenne(lignes.map(({ dans_intervalle }) => (dans_intervalle ? 1 : 0))),
    erreur: erreur(({ estimees }) => estimees),
    erreur_naive: erreur(({ enregistrees }) => enregistrees),
    erreur_chaine: erreur(({ chaine }) => chaine),
    constatees: moyenne(lignes.map(({ constatees }) => constatees)),
  }
}
