import type { DuckDBConnection } from '@duckdb/node-api'
import type { RawBuilder } from 'kysely'
import { finMois, type Jour, type Mois, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import { valeurEn } from '../../ingest/socle/regles/regle.ts'
import type { Dossier } from '../../ingest/store/dossier.ts'
import { findIdentites } from '../../ingest/store/identites.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { registreEnVigueur } from '../../ingest/store/registre.ts'
import { mesurerAttributions } from '../attributions/etape.ts'
import { marquerDoublons, type PaireDisculpee } from '../doublons/marques.ts'
import { recenserForcages } from '../forcages/recenser.ts'
import type { Indicateur } from '../indicateur.ts'
import { type CodeIndicateur, INDICATEURS } from '../registry.ts'
import { compterTableaux } from '../tableaux/etape.ts'
import type { SeuilDeRessources } from '../tableaux/seuils.ts'
import { batirDouzeMois, batirMois } from './batir.ts'
import { guichetsNommes, mesurerFaits } from './calculer-mois.ts'
import { estClos } from './clos.ts'
import { ecrireConsolides } from './consolide-stocke.ts'
import { ecrireFaits } from './faits-stockes.ts'
import { ecrireMoisCalcule, lireMoisCalcules, type MoisCalcule } from './mois-calcules.ts'
import { moisLu } from './mois-lu.ts'
import type { Norme, Normes } from './norme.ts'
import { type Plan, planifierTout } from './plan.ts'

/** The objectif, seuil and minimum of every indicator on a day. */
export type NormesEn = (jour: Jour) => Normes

/** Those that the declarations hold. */
export const normesDeclarees: NormesEn = (jour) =>
  Object.fromEntries(
    INDICATEURS.map((indicateur): [string, Norme] => [
      indicateur.code,
      { objectif: indicateur.objectif ?? null, seuil: valeurEn(indicateur.seuil, jour), minimum: indicateur.minimum },
    ]),
  )

export interface ContexteCalcul {
  readonly connection: DuckDBConnection
  /** Where the files beside the base are; without it no contact is compared. */
  readonly dossier?: Dossier
  readonly territoire: string
  /** The snapshot that has just been written. */
  readonly date: Jour
  /** The file of its identity keys; null without the secret. */
  readonly cles: string | null
  /** Its demandes with the columns that history does not keep, while they are at hand. */
  readonly completes?: RawBuilder<unknown>
  readonly maintenant: string
  readonly version: string
  readonly normesEn: NormesEn
  /** Pairs that a person said to be two households: they accuse nobody in the months computed from now on. */
  readonly disculpees?: readonly PaireDisculpee[]
  /** The thresholds of the first quartile of resources that were typed. */
  readonly seuils?: readonly SeuilDeRessources[]
}

/**
 * What a snapshot changes of a month: all of it where it is its S, what looks at S0 or S⁻ where it is one of these, or only
 * who its guichets are. Another snapshot than the one that came keeps the part it had.
 */
const aRecalculer = (
  plan: Plan,
  ancien: MoisCalcule | undefined,
  date: Jour,
): readonly Indicateur<CodeIndicateur>[] => {
  if (ancien === undefined || plan.s === date) return INDICATEURS
  const change = { s0: plan.s0 === date, sMoins: plan.sMoins === date }
  return INDICATEURS.filter(({ relation: { regarde } }) => regarde !== null && change[regarde])
}

/** A month whose S is closed stays as it was computed. */
const figer = ({ mois }: Plan, { instantane, s0, s_moins }: MoisCalcule): Plan => ({
  mois,
  s: instantane,
  s0,
  sMoins: s_moins,
})

const calculerMois = async (
  contexte: ContexteCalcul,
  prevu: Plan,
  ancien: MoisCalcule | undefined,
  instantanes: readonly Instantane[],
  dernier: Jour,
): Promise<MoisCalcule | null> => {
  const { connection, territoire, date, cles } = contexte
  const clos = estClos(instantanes, prevu.s)
  if (clos && ancien === undefined) return null
  const plan = clos && ancien !== undefined ? figer(prevu, ancien) : prevu
  const indicateurs = clos ? [] : aRecalculer(plan, ancien, date)
  const registre = await registreEnVigueur(connection, territoire, plan.s)
  const memeRegistre = ancien !== undefined && ancien.registre === registre && registre !== date
  if (indicateurs.length === 0 && memeRegistre) return null
  const nouveau = indicateurs.length === INDICATEURS.length
  if (nouveau && cles !== null)
    await marquerDoublons(connection, territoire, plan.s, dernier, cles, contexte.disculpees)
  const { faits, motifs } = await mesurerFaits(connection, moisLu(territoire, plan, instantanes), indicateurs)
  await ecrireFaits(
    connection,
    territoire,
    plan.mois,
    'fil',
    indicateurs.map(({ code }) => code),
    faits,
  )
  const refaits = new Set<string>(indicateurs.map(({ code }) => code))
  const gardes = Object.entries(ancien?.motifs ?? {}).filter(([code]) => !refaits.has(code))
  const calcule: MoisCalcule = {
    territoire,
    mois: plan.mois,
    instantane: plan.s,
    s0: plan.s0,
    s_moins: plan.sMoins,
    registre,
    motifs: { ...Object.fromEntries(gardes), ...motifs },
    normes: ancien?.normes ?? contexte.normesEn(finMois(plan.mois)),
    guichets: nouveau ? await guichetsNommes(connection, territoire, plan.s, dernier) : (ancien?.guichets ?? []),
    version: contexte.version,
    calcule_le: contexte.maintenant,
  }
  await ecrireMoisCalcule(connection, calcule)
  await batirMois(connection, territoire, calcule)
  return calcule
}

/**
 * Computes and stores everything a snapshot makes possible: its own month, the months it is S0 or S⁻ of, those whose
 * register it brings, their twelve months, and what it knows of the year before. Runs in the import's transaction.
 */
export const calculer = async (
  contexte: ContexteCalcul,
): Promise<{ indicateurs_non_mesurables: readonly string[] }> => {
  const { connection, territoire, date } = contexte
  const instantanes = await listInstantanes(connection, territoire)
  const dernier = instantanes.at(-1)?.date ?? date
  const anciens = new Map((await lireMoisCalcules(connection, territoire)).map((m) => [m.mois, m]))
  const plans = planifierTout(instantanes.map((instantane) => instantane.date))
  const refaits: Mois[] = []
  for (const plan of plans) {
    const calcule = await calculerMois(contexte, plan, anciens.get(plan.mois), instantanes, dernier)
    if (calcule !== null) refaits.push(plan.mois)
  }
  const touches = new Set(refaits.flatMap((mois) => moisEntre(mois, moisPlus(mois, 11))))
  const calcules = await lireMoisCalcules(connection, territoire)
  for (const calcule of calcules) if (touches.has(calcule.mois)) await batirDouzeMois(connection, territoire, calcule)
  await ecrireConsolides(connection, territoire, instantanes, calcules)
  await mesurerAttributions(connection, territoire, date)
  await compterTableaux({ ...contexte, completes: contexte.completes ?? null })
  const { dossier } = contexte
  const identites = dossier === undefined ? null : await findIdentites(connection, dossier, territoire)
  await recenserForcages(connection, territoire, dernier, identites?.relation ?? null)
  const propre = calcules.find(({ instantane }) => instantane === date)
  return {
    indicateurs_non_mesurables: INDICATEURS.map(({ code }) => code).filter(
      (code) => propre?.motifs[code] !== undefined,
    ),
  }
}
