import { type RawBuilder, sql } from 'kysely'
import { finMois, type Mois, moisPlus } from '../../ingest/socle/jour.ts'
import { MOIS_DE_SAISIE } from '../../ingest/socle/regles/attribution.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import type { MoisLu } from '../engine/mois-lu.ts'
import { populationSql } from '../engine/population.ts'
import type { Indicateur } from '../indicateur.ts'
import { colonne, constante, egal, estSiren, et, moisCalendaire } from '../sql.ts'
import { CLES_SIREN, parmiCles } from './cles.ts'
import type { Choix, Passe, Relation } from './relation.ts'

const moisDesBaux = (mois: Mois): Mois => moisPlus(mois, -regleEn(MOIS_DE_SAISIE, finMois(mois)))

/** By siren: the leases signed three months before a month, the attributions that show them, and what is missing. */
const bauxSql = (lu: MoisLu): RawBuilder<unknown> => {
  const signature = constante(moisDesBaux(lu.mois))
  const attribution = et(
    egal(colonne('d.statut'), constante('RADIEE')),
    egal(colonne('d.motif_radiation'), constante('ATTRIBUTION')),
    estSiren(colonne('d.siren_bailleur')),
    egal(moisCalendaire(colonne('d.date_signature_bail')), signature),
  )
  return sql`SELECT b.siren_bailleur, b.baux_signes, coalesce(a.attributions, 0) AS attributions,
      greatest(0, b.baux_signes - coalesce(a.attributions, 0)) AS manquantes
    FROM (SELECT siren_bailleur, sum(baux_signes) AS baux_signes FROM baux WHERE territoire = ${lu.territoire}
      AND instantane = ${jourSql(lu.s)} AND mois = ${signature} GROUP BY siren_bailleur) b
    LEFT JOIN (SELECT d.siren_bailleur, count(*) AS attributions FROM ${populationSql(lu)} WHERE ${attribution} GROUP BY d.siren_bailleur) a
      USING (siren_bailleur) ORDER BY siren_bailleur`
}

const passeDe = ({ code }: Indicateur, lu: MoisLu): Passe => ({
  requete: bauxSql(lu),
  lire: ({ siren_bailleur, baux_signes, manquantes }) => [
    {
      indicateur: code,
      cle: String(siren_bailleur),
      effectif: Number(baux_signes),
      numerateur: Number(manquantes),
      distribution: null,
      details: null,
    },
  ],
})

const listeSql = (lu: MoisLu, { cles, tous }: Choix): RawBuilder<unknown> => {
  const conditions = [parmiCles(colonne('siren_bailleur'), cles), ...(tous ? [] : [sql<boolean>`manquantes > 0`])]
  return sql`SELECT * FROM (${bauxSql(lu)}) WHERE ${et(...conditions)}`
}

/** The same of a month whose S is closed, from what was stored: where no lease is missing, how many came in is not known any more. */
const listeStockeeSql = (code: string, { territoire, mois }: MoisLu, { cles, tous }: Choix): RawBuilder<unknown> => {
  const conditions = [parmiCles(colonne('cle'), cles), ...(tous ? [] : [sql<boolean>`numerateur > 0`])]
  return sql`SELECT cle AS siren_bailleur, effectif AS baux_signes, CASE WHEN numerateur > 0 THEN effectif - numerateur END AS attributions,
    numerateur AS manquantes FROM faits WHERE territoire = ${territoire} AND mois = ${mois} AND lecture = 'fil'
    AND indicateur = ${code} AND ${et(...conditions)} ORDER BY cle`
}

/** The leases that landlords declare in S's file `baux`, by siren, beside the attributions of S that show them. */
export const baux: Relation<Indicateur> = {
  regarde: null,
  cles: CLES_SIREN,
  deDemandes: false,
  motif: () => null,
  passes: (indicateurs, lu) => indicateurs.map((indicateur) => passeDe(indicateur, lu)),
  lister: ({ code }, lu, choix) => ({
    requete: choix.clos ? listeStockeeSql(code, lu, choix) : listeSql(lu, choix),
    manques: false,
  }),
  colonnes: ({ liste }) => liste,
}
