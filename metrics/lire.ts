import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { debutMois, finMois, type Jour, type Mois, moisEntiers } from '../ingest/socle/jour.ts'
import { runQuery } from '../ingest/socle/sql/query.ts'
import { agreger, RIEN } from './engine/agreger.ts'
import { CODES_CONSOLIDABLES } from './engine/consolide.ts'
import { lireFaits } from './engine/faits-stockes.ts'
import { juger, type PeriodeJugee } from './engine/juger.ts'
import { mesurer } from './engine/ligne.ts'
import { lireMoisCalcules, type MoisCalcule } from './engine/mois-calcules.ts'
import type { PairsJuges } from './engine/pairs-juges.ts'
import { lirePairs } from './engine/pairs-stockes.ts'
import { construireRegistre, lireInscrits } from './engine/registre.ts'
import { sommerMois } from './engine/sommer.ts'
import { INDICATEURS } from './registry.ts'
import type { LigneIndicateur, Niveau } from './resultat.ts'

export interface Demande {
  readonly territoire: string
  readonly debut: Jour
  readonly fin: Jour
  readonly niveau?: Niveau
  /** One guichet alone, at GUICHET. */
  readonly guichet?: string
  readonly consolide?: boolean
}

const FIGURE = [
  'niveau',
  'entite',
  'libelle',
  'indicateur',
  'numerateur',
  'denominateur',
  'valeur',
  'p90',
  'ic_bas',
  'ic_haut',
  'reference',
  'z_ajuste',
  'atypique',
  'statut',
  'statut_12_mois',
  'statut_affiche',
  'motif',
  'mois_couverts',
] as const

type LigneStockee = Omit<LigneIndicateur, 'details'> & { readonly details: string | null }

/** The stored figures of one month, as they were computed. */
export const lireMois = async (
  connection: DuckDBConnection,
  territoire: string,
  { mois, instantane }: Pick<MoisCalcule, 'mois' | 'instantane'>,
  filtre: { niveau?: Niveau; entite?: string; indicateur?: string } = {},
  duree: 1 | 12 = 1,
): Promise<LigneIndicateur[]> => {
  const filtres = Object.entries(filtre).map(([nom, valeur]) => sql` AND ${sql.ref(nom)} = ${sql.lit(valeur)}`)
  const lignes = await runQuery<LigneStockee>(
    connection,
    sql`SELECT ${sql.join(FIGURE.map((nom) => sql.ref(nom)))}, details, consolide FROM resultats
      WHERE territoire = ${sql.lit(territoire)} AND mois = ${sql.lit(mois)} AND duree = ${sql.lit(duree)}${sql.join(filtres, sql``)}`,
  )
  const commun = { territoire, debut: debutMois(mois), fin: finMois(mois), instantane }
  return lignes.map((ligne) => ({
    ...commun,
    ...ligne,
    details: ligne.details === null ? null : (JSON.parse(ligne.details) as Record<string, number>),
  }))
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
  for (const indicateur of INDICATEURS.filter(({ code }) => CODES_CONSOLIDABLES.includes(code)))
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
  { territoire, debut }: Pick<Demande, 'territoire' | 'debut'>,
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
  { territoire, debut, fin, niveau, guichet, consolide }: Demande,
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
    .map(({ distribution: _, categorie: __, date_fermeture: ___, ...ligne }) => ({
      territoire,
      debut,
      fin,
      instantane: dernier.instantane,
      ...ligne,
      consolide: consolides.get(`${ligne.niveau} ${ligne.entite} ${ligne.indicateur}`) ?? null,
    }))
}

/** The months that a period is made of, and those of them with figures. */
const lirePeriode = async (
  connection: DuckDBConnection,
  { territoire, debut, fin }: Pick<Demande, 'territoire' | 'debut' | 'fin'>,
): Promise<{ demandes: readonly Mois[]; calcules: readonly MoisCalcule[] }> => {
  const demandes = moisEntiers(debut, fin)
  if (demandes === null) throw new RangeError(`${debut} – ${fin} n’est pas fait de mois entiers`)
  const tous = await lireMoisCalcules(connection, territoire)
  return { demandes, calcules: tous.filter(({ mois }) => demandes.includes(mois)) }
}

/**
 * The peers that `lireIndicateurs` compares the same period's figures with: those stored with a month, those judged with
 * the sums of several. None for a month whose figures were stored before their peers were.
 *
 * @throws RangeError when the period is not made of whole months.
 */
export const lirePairsDe = async (
  connection: DuckDBConnection,
  periode: Pick<Demande, 'territoire' | 'debut' | 'fin'>,
): Promise<readonly PairsJuges[]> => {
  const { demandes, calcules } = await lirePeriode(connection, periode)
  if (demandes.length > 1) return (await jugerPlusieursMois(connection, periode, calcules)).pairs
  const [seul] = calcules
  return seul === undefined ? [] : lirePairs(connection, { territoire: periode.territoire, mois: seul.mois, duree: 1 })
}

/**
 * The stored indicators of one or several whole months. No row where no month of the period has figures.
 *
 * @throws RangeError when the period is not made of whole months.
 */
export const lireIndicateurs = async (connection: DuckDBConnection, demande: Demande): Promise<LigneIndicateur[]> => {
  const { demandes, calcules } = await lirePeriode(connection, demande)
  const [seul] = calcules
  if (demandes.length > 1) return lirePlusieursMois(connection, demande, calcules)
  if (seul === undefined) return []
  const filtre = {
    ...(demande.guichet ? { niveau: 'GUICHET' as const, entite: demande.guichet } : {}),
    ...(demande.niveau ? { niveau: demande.niveau } : {}),
  }
  const lignes = await lireMois(connection, demande.territoire, seul, filtre)
  return demande.consolide ? lignes : lignes.map((ligne) => ({ ...ligne, consolide: null }))
}
