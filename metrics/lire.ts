import type { DuckDBConnection } from '@duckdb/node-api'
import { debutMois, finMois, type Jour, type Mois, moisEntiers } from '../ingest/socle/jour.ts'
import { kyselyOn } from '../ingest/socle/sql/dialecte.ts'
import { agreger, RIEN } from './engine/agreger.ts'
import { CONSOLIDABLES } from './engine/consolide.ts'
import { lireFaits } from './engine/faits-stockes.ts'
import { juger, type PeriodeJugee } from './engine/juger.ts'
import { mesurer } from './engine/ligne.ts'
import { lireMoisCalcules, type MoisCalcule } from './engine/mois-calcules.ts'
import type { PairsJuges } from './engine/pairs-juges.ts'
import { lirePairs } from './engine/pairs-stockes.ts'
import { construireRegistre, lireInscrits } from './engine/registre.ts'
import { sommerMois } from './engine/sommer.ts'
import { COLONNES_FIGURE } from './engine/tables.ts'
import { figureDe } from './figure.ts'
import type { LigneIndicateur, Niveau } from './resultat.ts'
import type { TablesLues } from './tables.ts'

export interface RequeteIndicateurs {
  readonly territoire: string
  readonly debut: Jour
  readonly fin: Jour
  readonly niveau?: Niveau
  /** One guichet alone, at GUICHET. */
  readonly guichet?: string
  readonly consolide?: boolean
}

/** The stored figures of one month, as they were computed. */
export const lireMois = async (
  connection: DuckDBConnection,
  territoire: string,
  { mois, instantane }: Pick<MoisCalcule, 'mois' | 'instantane'>,
  filtre: { niveau?: Niveau; entite?: string; indicateur?: string } = {},
  duree: 1 | 12 = 1,
): Promise<LigneIndicateur[]> => {
  const lignes = await kyselyOn<TablesLues>(connection)
    .selectFrom('resultats')
    .select([...COLONNES_FIGURE, 'consolide'])
    .where('territoire', '=', territoire)
    .where('mois', '=', mois)
    .where('duree', '=', duree)
    .where((eb) => eb.and(filtre))
    .execute()
  const commun = { territoire, debut: debutMois(mois), fin: finMois(mois), instantane }
  // These rows are nobody else's: they are completed rather than copied, five thousand at a time.
  return lignes.map((ligne) => Object.assign(ligne, commun))
}

/** What the latest snapshot knows of several months together, by level, entity and indicator. */
const lireConsolides = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly MoisCalcule[],
): Promise<ReadonlyMap<string, number>> => {
  const dernier = mois.at(-1)
  if (dernier === undefined) return new Map()
  const faits = (await Promise.all(mois.map((m) => lireFaits(connection, territoire, m.mois, 'consolide')))).flat()
  const registre = construireRegistre(
    await lireInscrits(connection, territoire, dernier.registre),
    mois.flatMap((m) => m.guichets),
  )
  const valeurs = new Map<string, number>()
  for (const indicateur of CONSOLIDABLES)
    for (const niveau of indicateur.niveaux) {
      const propres = faits.filter((fait) => fait.indicateur === indicateur.code)
      for (const [entite, agregat] of agreger(indicateur, propres, registre, niveau, territoire)) {
        const fiche = { code: entite, libelle: entite, categorie: null, date_fermeture: null }
        const { valeur } = mesurer(indicateur, niveau, fiche, agregat ?? RIEN, null, mois.length)
        if (valeur !== null) valeurs.set(`${niveau} ${entite} ${indicateur.code}`, valeur)
      }
    }
  return valeurs
}

/** Several months judged together: the sums of what is stored of each, among peers of the same sums. */
const jugerPlusieursMois = async (
  connection: DuckDBConnection,
  { territoire, debut }: Pick<RequeteIndicateurs, 'territoire' | 'debut'>,
  mois: readonly MoisCalcule[],
): Promise<PeriodeJugee> => {
  const normes = mois.at(-1)?.normes
  if (normes === undefined) return { lignes: [], pairs: [] }
  const sommes = await sommerMois(
    connection,
    territoire,
    mois.map((m) => m.mois),
  )
  return juger(sommes, normes, debut)
}

const lirePlusieursMois = async (
  connection: DuckDBConnection,
  { territoire, debut, fin, niveau, guichet, consolide }: RequeteIndicateurs,
  mois: readonly MoisCalcule[],
): Promise<LigneIndicateur[]> => {
  const dernier = mois.at(-1)
  if (dernier === undefined) return []
  const { lignes } = await jugerPlusieursMois(connection, { territoire, debut }, mois)
  const consolides = consolide ? await lireConsolides(connection, territoire, mois) : new Map<string, number>()
  return lignes
    .filter(
      (ligne) =>
        (niveau === undefined || ligne.niveau === niveau) && (guichet === undefined || ligne.entite === guichet),
    )
    .map((ligne) => ({
      territoire,
      debut,
      fin,
      instantane: dernier.instantane,
      ...figureDe(ligne),
      consolide: consolides.get(`${ligne.niveau} ${ligne.entite} ${ligne.indicateur}`) ?? null,
    }))
}

/** The months that a period is made of, and those of them with figures. */
const lirePeriode = async (
  connection: DuckDBConnection,
  { territoire, debut, fin }: Pick<RequeteIndicateurs, 'territoire' | 'debut' | 'fin'>,
): Promise<{ voulus: readonly Mois[]; calcules: readonly MoisCalcule[] }> => {
  const voulus = moisEntiers(debut, fin)
  if (voulus === null) throw new RangeError(`${debut} – ${fin} n’est pas fait de mois entiers`)
  const tous = await lireMoisCalcules(connection, territoire)
  return { voulus, calcules: tous.filter(({ mois }) => voulus.includes(mois)) }
}

/**
 * The peers that `lireIndicateurs` compares the same period's figures with: those stored with a month, those judged with
 * the sums of several. None for a month whose figures were stored before their peers were.
 *
 * @throws RangeError when the period is not made of whole months.
 */
export const lirePairsDe = async (
  connection: DuckDBConnection,
  periode: Pick<RequeteIndicateurs, 'territoire' | 'debut' | 'fin'>,
): Promise<readonly PairsJuges[]> => {
  const { voulus, calcules } = await lirePeriode(connection, periode)
  if (voulus.length > 1) return (await jugerPlusieursMois(connection, periode, calcules)).pairs
  const [seul] = calcules
  return seul === undefined ? [] : lirePairs(connection, { territoire: periode.territoire, mois: seul.mois, duree: 1 })
}

/**
 * The stored indicators of one or several whole months. No row where no month of the period has figures.
 *
 * @throws RangeError when the period is not made of whole months.
 */
export const lireIndicateurs = async (
  connection: DuckDBConnection,
  requete: RequeteIndicateurs,
): Promise<LigneIndicateur[]> => {
  const { voulus, calcules } = await lirePeriode(connection, requete)
  const [seul] = calcules
  if (voulus.length > 1) return lirePlusieursMois(connection, requete, calcules)
  if (seul === undefined) return []
  const filtre = {
    ...(requete.guichet ? { niveau: 'GUICHET' as const, entite: requete.guichet } : {}),
    ...(requete.niveau ? { niveau: requete.niveau } : {}),
  }
  const lignes = await lireMois(connection, requete.territoire, seul, filtre)
  return requete.consolide ? lignes : lignes.map((ligne) => ({ ...ligne, consolide: null }))
}
