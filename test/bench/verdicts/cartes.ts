import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { booleen, entier, mois, nul, reel, texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { INDICATEURS } from '../../../metrics/registry.ts'
import { ecarterLimitesTrompeuses } from '../../../metrics/stats/limites-trompeuses.ts'
import { type LigneSerie, serie } from '../../../metrics/stats/serie.ts'
import type { Changement } from './changements.ts'
import { grouper, part, tableau } from './table.ts'

interface Compte {
  cartes: number
  points: number
  dehors: number
  /** Charts with more than a quarter of their points out of limits, and those of them where nothing was planted. */
  pleines: number
  inexpliquees: number
}

const comptes = new Map<string, Compte>()
const QUART = 0.25

const VALEUR = {
  niveau: texte,
  entite: texte,
  indicateur: texte,
  mois,
  valeur: nul(reel),
  n: nul(entier),
}

const estDehors = ({ valeur, limite_basse, limite_haute }: LigneSerie): boolean =>
  valeur !== null && limite_basse !== null && limite_haute !== null && (valeur < limite_basse || valeur > limite_haute)

/** Who forces more has other acts whose unjustified share is counted. */
const TOUCHES: Readonly<Record<string, readonly string[]>> = { forcages: ['forcages_injustifies'] }

/** What was planted, by guichet: indicators that change, and guichets that catch up, go silent or close, in all that they count. */
export interface Plante {
  readonly changements: readonly Changement[]
  readonly irreguliers: ReadonlySet<string>
}

/** Draws every control chart of a base and counts the points out of its limits. */
export const compterCartes = async (
  connection: DuckDBConnection,
  { changements, irreguliers }: Plante,
): Promise<void> => {
  const services = await runQuery(
    connection,
    sql`SELECT code, service_code AS service, categorie, date_fermeture IS NOT NULL AS fermee FROM registres WHERE instantane = (SELECT max(instantane) FROM registres)`,
    { code: texte, service: nul(texte), categorie: nul(texte), fermee: booleen },
  )
  const serviceDe = new Map(services.map(({ code, service }) => [code, service ?? code]))
  const categorieDe = new Map(services.map(({ code, categorie }) => [code, categorie]))
  const plantes = new Set<string>()
  for (const { guichet = '', indicateur = '' } of changements)
    for (const entite of [
      `GUICHET ${guichet}`,
      `SERVICE ${serviceDe.get(guichet)}`,
      `CATEGORIE ${categorieDe.get(guichet)}`,
    ])
      for (const touche of [indicateur, ...(TOUCHES[indicateur] ?? [])]) plantes.add(`${entite} ${touche}`)
  const fermes = services.filter(({ fermee }) => fermee).map(({ code }) => code)
  const agites = new Set([...irreguliers, ...fermes].flatMap((g) => [`GUICHET ${g}`, `SERVICE ${serviceDe.get(g)}`]))
  const valeurs = await runQuery(
    connection,
    sql`SELECT niveau, entite, indicateur, mois, valeur, denominateur AS n FROM resultats WHERE duree = 1 ORDER BY mois`,
    VALEUR,
  )
  const indicateurs = new Map(INDICATEURS.map((i) => [i.code as string, i]))
  for (const [cle, siennes] of grouper(valeurs, (v) => `${v.niveau} ${v.entite} ${v.indicateur}`)) {
    const [premiere] = siennes
    const indicateur = indicateurs.get(premiere?.indicateur ?? '')
    if (premiere === undefined || indicateur === undefined) continue
    const nature = 'nature' in indicateur ? indicateur.nature : 'flux'
    const points = ecarterLimitesTrompeuses(
      serie(
        siennes.map(({ mois, valeur, n }) => ({ mois, valeur, n, en_cours: false })),
        indicateur.unite,
        nature,
      ),
      indicateur.unite,
    ).filter(({ limite_basse }) => limite_basse !== null)
    if (points.length === 0) continue
    // A quarter of four points is one: charts whose limits are provisional are counted apart.
    const rangee = `${premiere.niveau}${points.some(({ provisoire }) => provisoire) ? ', limites provisoires' : ''}`
    const compte = comptes.get(rangee) ?? { cartes: 0, points: 0, dehors: 0, pleines: 0, inexpliquees: 0 }
    comptes.set(rangee, compte)
    const dehors = points.filter(estDehors).length
    compte.cartes += 1
    compte.points += points.length
    compte.dehors += dehors
    if (dehors <= QUART * points.length) continue
    compte.pleines += 1
    if (plantes.has(cle) || agites.has(`${premiere.niveau} ${premiere.entite}`)) continue
    compte.inexpliquees += 1
    process.stderr.write(`carte pleine : ${cle}, ${dehors} points sur ${points.length} hors limites\n`)
  }
}

export const direCartes = (): string =>
  tableau(
    ['niveau', 'cartes', 'points', 'hors limites', 'part', 'cartes à plus d’un quart', 'dont rien n’y a été planté'],
    [...comptes].map(([niveau, { cartes, points, dehors, pleines, inexpliquees }]) => [
      ...[niveau, cartes, points, dehors, part(dehors, points)],
      ...[pleines, inexpliquees],
    ]),
  )
