import type { DuckDBConnection } from '@duckdb/node-api'
import type { RawBuilder } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import type { LigneDeTable } from '../../ingest/socle/sql/table.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { registreEnVigueur } from '../../ingest/store/registre.ts'
import { estComparable } from '../engine/clos.ts'
import { estVide, nommer } from '../engine/mesurable.ts'
import { type Plan, planifierTout } from '../engine/plan.ts'
import type { TablesLues } from '../tables.ts'
import { viderCellules } from './cellules.ts'
import { compterAttributions, TABLEAUX_DES_ATTRIBUTIONS } from './compter-attributions.ts'
import { compterMenages, TABLEAUX_DES_MENAGES } from './compter-menages.ts'
import { compterStock, SERIES } from './compter-stock.ts'
import { TABLEAUX } from './registry.ts'
import type { MotifTableau, TableauStandard } from './tableau.ts'
import { TABLEAUX_CALCULES } from './tables.ts'

export type TableauxCalcules = LigneDeTable<typeof TABLEAUX_CALCULES>

interface ContexteTableaux {
  readonly connection: DuckDBConnection
  readonly territoire: string
  /** The snapshot that has just been written. */
  readonly date: Jour
  /** Its demandes with the columns that history does not keep; null where they are not at hand. */
  readonly completes: RawBuilder<unknown> | null
  readonly maintenant: string
  readonly version: string
}

const codesDe = (tableaux: readonly TableauStandard[]): string[] => tableaux.map(({ code }) => code)

/** What is counted from history, and so counted again when a month's snapshots change. */
const DU_MOIS = ['TAB01-01', 'TAB01-02', SERIES, ...codesDe(TABLEAUX_DES_ATTRIBUTIONS)]

const motifDe = ({ forme, colonnes }: TableauStandard, vides: ReadonlySet<string>, plan: Plan | null) => {
  const vide = colonnes.find((colonne) => estVide(colonne, vides))
  if (vide !== undefined) return nommer(vide)
  if (forme === 'STOCK' && plan !== null && plan.s0 === null) return 'S0_ABSENT'
  return forme === 'OBJECTIFS' ? 'SEUIL_ABSENT' : null
}

const motifsDe = (vides: ReadonlySet<string>, plan: Plan | null): Record<string, MotifTableau> =>
  Object.fromEntries(
    TABLEAUX.flatMap((tableau) => {
      const motif = motifDe(tableau, vides, plan)
      return motif === null ? [] : [[tableau.code, motif]]
    }),
  )

export const lireCalcules = (connection: DuckDBConnection, territoire: string): Promise<TableauxCalcules[]> =>
  kyselyOn<TablesLues>(connection)
    .selectFrom('tableaux_calcules')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('instantane')
    .execute()

const ecrireCalcules = async (connection: DuckDBConnection, calcules: TableauxCalcules): Promise<void> => {
  const { territoire, instantane } = calcules
  await kyselyOn<TablesLues>(connection)
    .deleteFrom('tableaux_calcules')
    .where((eb) => eb.and({ territoire, instantane }))
    .execute()
  await insertRows(connection, TABLEAUX_CALCULES, [calcules])
}

/** A snapshot's place among the others: the month it closes, and beside which S0 it can be read. */
const planDe = (plans: readonly Plan[], instantanes: readonly Instantane[], date: Jour): Plan | null => {
  const plan = plans.find(({ s }) => s === date)
  if (plan === undefined) return null
  return plan.s0 !== null && estComparable(instantanes, plan.s0, date) ? plan : { ...plan, s0: null }
}

interface Travail {
  readonly instantane: Instantane
  readonly plan: Plan | null
  readonly registre: Jour | null
  readonly dernier: Jour
}

const compterInstantane = async (
  contexte: ContexteTableaux,
  { instantane: { date, colonnes_vides }, plan, registre, dernier }: Travail,
  ancien: TableauxCalcules | undefined,
): Promise<void> => {
  const { connection, territoire, completes, maintenant, version } = contexte
  const sujet = { territoire, instantane: date }
  const vues = { territoire, registre }
  const motifs = motifsDe(new Set(colonnes_vides), plan)
  const mesurables = (tableaux: readonly TableauStandard[]) => tableaux.filter(({ code }) => motifs[code] === undefined)
  const neuf = date === contexte.date && completes !== null
  if (neuf) {
    await viderCellules(connection, sujet, codesDe(TABLEAUX_DES_MENAGES))
    await compterMenages(connection, sujet, completes, vues, mesurables(TABLEAUX_DES_MENAGES))
  }
  await viderCellules(connection, sujet, DU_MOIS)
  if (plan !== null) {
    const sansLogement = colonnes_vides.includes('logement_actuel')
    await compterStock(connection, sujet, { s0: plan.s0, dernier, sansLogement }, vues)
    const deMois = { mois: plan.mois, dernier, vides: colonnes_vides }
    await compterAttributions(connection, sujet, deMois, vues, mesurables(TABLEAUX_DES_ATTRIBUTIONS))
  }
  await ecrireCalcules(connection, {
    ...sujet,
    mois: plan?.mois ?? null,
    s0: plan?.s0 ?? null,
    registre,
    menages: neuf || (ancien?.menages ?? false),
    motifs,
    version,
    calcule_le: maintenant,
  })
}

/**
 * Counts the standard tables that a snapshot makes possible: those of its households, while all their columns are at hand,
 * and those of the months whose S, S0 or register it is. What retention has closed stays as it was counted. Runs in the
 * import's transaction.
 */
export const compterTableaux = async (contexte: ContexteTableaux): Promise<void> => {
  const { connection, territoire, date } = contexte
  const instantanes = await listInstantanes(connection, territoire)
  const dernier = instantanes.at(-1)?.date ?? date
  const plans = planifierTout(instantanes.map((instantane) => instantane.date))
  const anciens = new Map((await lireCalcules(connection, territoire)).map((ancien) => [ancien.instantane, ancien]))
  for (const instantane of instantanes) {
    if (instantane.clos) continue
    const plan = planDe(plans, instantanes, instantane.date)
    const registre = await registreEnVigueur(connection, territoire, instantane.date)
    const ancien = anciens.get(instantane.date)
    const meme =
      (ancien?.mois ?? null) === (plan?.mois ?? null) &&
      (ancien?.s0 ?? null) === (plan?.s0 ?? null) &&
      (plan === null || ancien?.registre === registre)
    const touche = [instantane.date, plan?.s0, plan === null ? null : registre].includes(date)
    if (meme && !touche) continue
    await compterInstantane(contexte, { instantane, plan, registre, dernier }, ancien)
  }
}
