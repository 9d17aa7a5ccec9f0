import type { DuckDBConnection } from '@duckdb/node-api'
import type { RawBuilder } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { registreEnVigueur } from '../../ingest/store/registre.ts'
import { estComparable } from '../engine/clos.ts'
import { estVide, nommer } from '../engine/mesurable.ts'
import { type Plan, planifierTout } from '../engine/plan.ts'
import { ecrireCalcules, lireCalcules, type TableauxCalcules } from './calcules.ts'
import { viderCellules } from './cellules.ts'
import { compterAttributions, TABLEAUX_DES_ATTRIBUTIONS } from './compter-attributions.ts'
import { compterMenages, TABLEAUX_DES_MENAGES } from './compter-menages.ts'
import { compterStock, SERIES } from './compter-stock.ts'
import { objectifs } from './declarations/attributions.ts'
import { mesurerObjectifs, motifGarde } from './objectifs.ts'
import { TABLEAUX } from './registry.ts'
import type { SeuilDeRessources } from './seuils.ts'
import type { MotifTableau, TableauStandard } from './tableau.ts'

interface ContexteTableaux {
  readonly connection: DuckDBConnection
  readonly territoire: string
  /** The snapshot that has just been written. */
  readonly date: Jour
  /** Its demandes with the columns that history does not keep; null where they are not at hand. */
  readonly completes: RawBuilder<unknown> | null
  /** The thresholds of the first quartile that were typed. */
  readonly seuils?: readonly SeuilDeRessources[]
  readonly maintenant: string
  readonly version: string
}

const codesDe = (tableaux: readonly TableauStandard[]): string[] => tableaux.map(({ code }) => code)

/** What is counted from history, and so counted again when a month's snapshots change. */
const DU_MOIS = ['TAB01-01', 'TAB01-02', SERIES, ...codesDe(TABLEAUX_DES_ATTRIBUTIONS)]

const motifDe = ({ forme, colonnes }: TableauStandard, vides: ReadonlySet<string>, plan: Plan | null) => {
  const vide = colonnes.find((colonne) => estVide(colonne, vides))
  if (vide !== undefined) return nommer(vide)
  return forme === 'STOCK' && plan !== null && plan.s0 === null ? 'S0_ABSENT' : null
}

type Motifs = Readonly<Record<string, MotifTableau>>

const motifsDe = (vides: ReadonlySet<string>, plan: Plan | null): Motifs =>
  Object.fromEntries(
    TABLEAUX.flatMap((tableau) => {
      const motif = motifDe(tableau, vides, plan)
      return motif === null ? [] : [[tableau.code, motif]]
    }),
  )

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
  const { connection, territoire, completes, seuils = [], maintenant, version } = contexte
  const sujet = { territoire, instantane: date }
  const vues = { territoire, registre }
  const neuf = date === contexte.date && completes !== null
  const communs = motifsDe(new Set(colonnes_vides), plan)
  const mesurables = (tableaux: readonly TableauStandard[]) =>
    tableaux.filter(({ code }) => communs[code] === undefined)
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
  const { code } = objectifs
  const sansObjectifs = neuf
    ? (communs[code] ?? (await mesurerObjectifs(connection, sujet, plan?.mois ?? null, completes, vues, seuils)))
    : motifGarde(ancien)
  await ecrireCalcules(connection, {
    ...sujet,
    mois: plan?.mois ?? null,
    s0: plan?.s0 ?? null,
    registre,
    menages: neuf || (ancien?.menages ?? false),
    motifs: sansObjectifs === null ? communs : { ...communs, [code]: sansObjectifs },
    version,
    calcule_le: maintenant,
  })
}

/** What is to be counted of each snapshot of a territory, beside what was. */
const lireTravaux = async (
  { connection, territoire }: ContexteTableaux,
  instantanes: readonly Instantane[],
): Promise<readonly { readonly travail: Travail; readonly ancien: TableauxCalcules | undefined }[]> => {
  const plans = planifierTout(instantanes.map((instantane) => instantane.date))
  const anciens = new Map((await lireCalcules(connection, territoire)).map((ancien) => [ancien.instantane, ancien]))
  const travaux: { travail: Travail; ancien: TableauxCalcules | undefined }[] = []
  for (const instantane of instantanes) {
    const plan = planDe(plans, instantanes, instantane.date)
    const registre = await registreEnVigueur(connection, territoire, instantane.date)
    const dernier = instantanes.at(-1)?.date ?? instantane.date
    travaux.push({ travail: { instantane, plan, registre, dernier }, ancien: anciens.get(instantane.date) })
  }
  return travaux
}

/**
 * Counts the standard tables that a snapshot makes possible: those of its households, while all their columns are at hand,
 * and those of the months whose S, S0 or register it is. What retention has closed stays as it was counted. Runs in the
 * import's transaction.
 */
export const compterTableaux = async (contexte: ContexteTableaux): Promise<void> => {
  const { connection, territoire, date } = contexte
  for (const { travail, ancien } of await lireTravaux(contexte, await listInstantanes(connection, territoire))) {
    const { instantane, plan, registre } = travail
    if (instantane.clos) continue
    const meme =
      (ancien?.mois ?? null) === (plan?.mois ?? null) &&
      (ancien?.s0 ?? null) === (plan?.s0 ?? null) &&
      (plan === null || ancien?.registre === registre)
    const touche = [instantane.date, plan?.s0, plan === null ? null : registre].includes(date)
    if (meme && !touche) continue
    await compterInstantane(contexte, travail, ancien)
  }
}

/** Counts again the tables of the one snapshot of the context, but those of its households. */
export const recompterTableaux = async (contexte: Omit<ContexteTableaux, 'completes'>): Promise<void> => {
  const tout = { ...contexte, completes: null }
  const travaux = await lireTravaux(tout, await listInstantanes(contexte.connection, contexte.territoire))
  for (const { travail, ancien } of travaux)
    if (travail.instantane.date === contexte.date) await compterInstantane(tout, travail, ancien)
}
