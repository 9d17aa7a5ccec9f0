import type { DuckDBConnection } from '@duckdb/node-api'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Instantane } from '../../ingest/store/instantanes.ts'
import { marquerDoublons, type PaireDisculpee } from '../doublons/marques.ts'
import { mesurerFaits } from '../engine/calculer-mois.ts'
import { estClos, estComparable } from '../engine/clos.ts'
import type { Fait } from '../engine/fait.ts'
import { ecrireFaits, lireFaits } from '../engine/faits-stockes.ts'
import type { MoisCalcule } from '../engine/mois-calcules.ts'
import { moisLu } from '../engine/mois-lu.ts'
import type { Indicateur } from '../indicateur.ts'
import { type CodeIndicateur, INDICATEURS } from '../registry.ts'
import { demandesMarquees } from '../relations/demandes-marquees.ts'
import type { BilanRefait, EcartRefait, NonRefait } from './bilan.ts'

/** What a snapshot is computed again with: the file of its identity keys where there is one, the pairs cleared by then. */
export interface Moyens {
  clesDe(instantane: Instantane): string | null
  disculpeesAu(instant: string): readonly PaireDisculpee[]
}

type Obstacle = NonRefait['pourquoi'] | 'AUCUN'

/** What keeps an indicator of a month from being computed again, if anything does. */
const obstacleA = (
  { relation }: Indicateur,
  { instantane, s0, s_moins }: MoisCalcule,
  instantanes: readonly Instantane[],
  cles: string | null,
): Obstacle => {
  if (relation === demandesMarquees && cles === null) return 'NOMS'
  const regarde: Readonly<Record<'s0' | 'sMoins', Jour | null>> = { s0, sMoins: s_moins }
  const avant = relation.regarde === null ? null : regarde[relation.regarde]
  return avant !== null && !estComparable(instantanes, avant, instantane) ? 'AVANT_CLOS' : 'AUCUN'
}

/** A value with its names in order: two that say the same are written alike. */
const canonique = (valeur: unknown): unknown =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
    ? Object.fromEntries(Object.entries(valeur).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : valeur

const parCle = (faits: readonly Fait[], codes: ReadonlySet<string>): ReadonlyMap<string, string> =>
  new Map(
    faits
      .filter(({ indicateur }) => codes.has(indicateur))
      .map(({ indicateur, cle, effectif, numerateur, distribution, details }) => [
        `${indicateur} ${cle}`.trim(),
        JSON.stringify([effectif, numerateur, canonique(distribution), canonique(details)]),
      ]),
  )

const comparer = (ranges: ReadonlyMap<string, string>, refaits: ReadonlyMap<string, string>): string[] =>
  [...new Set([...ranges.keys(), ...refaits.keys()])].filter((cle) => ranges.get(cle) !== refaits.get(cle)).toSorted()

/** Counts again, from the demandes that are kept, the facts of a month; they take the place of those it had. */
export const refaireMois = async (
  connection: DuckDBConnection,
  territoire: string,
  calcule: MoisCalcule,
  instantanes: readonly Instantane[],
  moyens: Moyens,
): Promise<BilanRefait> => {
  const { mois, instantane: s } = calcule
  const instantane = instantanes.find(({ date }) => date === s)
  const nomme = (quoi: NonRefait['quoi'], pourquoi: NonRefait['pourquoi']) => ({ territoire, de: mois, quoi, pourquoi })
  if (instantane === undefined || estClos(instantanes, s))
    return { mois: 0, chiffres: 0, ecarts: [], nonRefaits: [nomme(null, 'CLOS')] }
  const cles = moyens.clesDe(instantane)
  const lu = moisLu(territoire, { mois, s, s0: calcule.s0, sMoins: calcule.s_moins }, instantanes)
  const parObstacle = grouperPar(INDICATEURS, (indicateur) => obstacleA(indicateur, calcule, instantanes, cles))
  const libres: readonly Indicateur<CodeIndicateur>[] = parObstacle.get('AUCUN') ?? []
  if (cles !== null)
    await marquerDoublons(connection, territoire, s, lu.dernier, cles, moyens.disculpeesAu(instantane.importe_le))
  const ranges = await lireFaits(connection, territoire, mois, 'fil')
  const { faits, motifs } = await mesurerFaits(connection, lu, libres)
  const codes = libres.map(({ code }) => code)
  const avant = parCle(ranges, new Set(codes))
  const apres = parCle(faits, new Set(codes))
  const tus = codes.filter((code) => (motifs[code] ?? null) !== (calcule.motifs[code] ?? null))
  const ecarts: EcartRefait[] = [...comparer(avant, apres), ...tus].map((quoi) => ({ territoire, de: mois, quoi }))
  await ecrireFaits(connection, territoire, mois, 'fil', codes, faits)
  const nonRefaits = [...parObstacle].flatMap(([pourquoi, siens]) =>
    pourquoi === 'AUCUN'
      ? []
      : [
          nomme(
            siens.map(({ code }) => code),
            pourquoi,
          ),
        ],
  )
  return { mois: 1, chiffres: avant.size, ecarts, nonRefaits }
}
