import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { debutMois, finMois, type Jour, type Mois } from '../ingest/socle/jour.ts'
import { nul, reel, texte } from '../ingest/socle/sql/colonne.ts'
import { runQuery } from '../ingest/socle/sql/query.ts'
import { juger } from './engine/juger.ts'
import type { MoisCalcule } from './engine/mois-calcules.ts'
import { type GroupeSomme, sommerMois } from './engine/sommer.ts'
import { figureDe } from './figure.ts'
import { INDICATEURS } from './registry.ts'
import type { LigneIndicateur } from './resultat.ts'

/** What a service makes of an indicator in a category: its count or its denominator over some months. */
export interface PoidsDeService {
  readonly indicateur: string
  readonly categorie: string | null
  readonly service: string
  readonly effectif: number
}

const codesAu = (niveau: 'GUICHET' | 'SERVICE'): string[] =>
  INDICATEURS.filter(
    ({ niveaux }) =>
      niveaux.includes('CATEGORIE') && (niveau === 'GUICHET') === niveaux.some((autre) => autre === 'GUICHET'),
  ).map(({ code }) => code)

const parmi = (codes: readonly string[]) => sql.join(codes.length > 0 ? codes : [''])

/** Who makes the figures of categories, in the months given: by the guichets' own services in each month's register. */
export const lirePoids = (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly Mois[],
): Promise<PoidsDeService[]> =>
  mois.length === 0
    ? Promise.resolve([])
    : runQuery(
        connection,
        sql`SELECT r.indicateur, r.categorie, coalesce(g.service_code, r.entite) AS service,
            CAST(sum(coalesce(r.denominateur, r.valeur)) AS DOUBLE) AS effectif
          FROM resultats r JOIN mois_calcules m ON m.territoire = r.territoire AND m.mois = r.mois
          LEFT JOIN registres g ON r.niveau = 'GUICHET' AND g.territoire = r.territoire AND g.instantane = m.registre AND g.code = r.entite
          WHERE r.territoire = ${territoire} AND r.mois IN (${sql.join(mois)}) AND r.duree = 1
            AND (r.niveau = 'GUICHET' AND r.indicateur IN (${parmi(codesAu('GUICHET'))})
              OR r.niveau = 'SERVICE' AND r.indicateur IN (${parmi(codesAu('SERVICE'))}))
          GROUP BY ALL HAVING effectif > 0 ORDER BY ALL`,
        { indicateur: texte, categorie: nul(texte), service: texte, effectif: reel },
      )

const AU_NIVEAU: ReadonlySet<string> = new Set(
  INDICATEURS.filter(({ niveaux }) => niveaux.some((niveau) => niveau === 'CATEGORIE')).map(({ code }) => code),
)

/**
 * The figures of several categories as one, over whole months that have figures: their stored months summed as those of an
 * entity are, with the guichets that the register lacks.
 */
export const lireGroupe = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly MoisCalcule[],
  groupe: GroupeSomme,
  debut?: Jour,
): Promise<LigneIndicateur[]> => {
  const [premier, dernier] = [mois[0], mois.at(-1)]
  if (premier === undefined || dernier === undefined) return []
  const commun = { territoire, debut: debut ?? debutMois(premier.mois), fin: finMois(dernier.mois) }
  const sommes = await sommerMois(
    connection,
    territoire,
    mois.map((m) => m.mois),
    groupe,
  )
  const { lignes } = juger(
    sommes.filter(({ indicateur }) => AU_NIVEAU.has(indicateur)),
    dernier.normes,
    commun.debut,
  )
  return lignes.map((ligne) => ({ ...commun, instantane: dernier.instantane, ...figureDe(ligne), consolide: null }))
}
