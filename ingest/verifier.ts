import type { DuckDBConnection } from '@duckdb/node-api'
import { refuserArrondis } from './check/arrondis.ts'
import { sansMois } from './check/baux.ts'
import {
  type BilanDemandes,
  colonnesVides,
  compterCompletees,
  compterDemandes,
  compterMotsVides,
} from './check/bilan.ts'
import type { Etabli } from './check/etabli.ts'
import { compterInconnues } from './check/inconnues.ts'
import { lireVidesNon } from './check/oui-ou-vide.ts'
import { compterRejets, direRejet, type PartRejetable, type PremierRejet, premiersRejets } from './check/rejets.ts'
import type { Profil } from './contract/profil.ts'
import type { NomTable } from './contract/tables.ts'
import type { OptionsImport } from './options.ts'
import { InstantaneRefuse } from './socle/erreur.ts'
import { formatPart } from './socle/francais/format.ts'
import type { Jour } from './socle/jour.ts'
import type { RapportInstantane } from './store/rapport.ts'
import { type TableLue, verifierTable } from './tables-lues.ts'
import { tropDeValeursInconnues } from './tolerance-valeurs.ts'

/** Share of rejected rows, and of unreadable values of a column, above which a snapshot is refused where nothing else is said. */
export const TOLERANCE = 0.005
export const TOLERANCE_VALEURS = 0.01
const PREMIERS_REJETS = 3
const ANNEXES = ['guichets', 'flux', 'baux'] as const

/** What reading the files took, apart from their rows' worth. */
export type BilanLecture = Pick<
  RapportInstantane,
  | 'encodages'
  | 'octets_repris'
  | 'completees'
  | 'lignes_de_total'
  | 'mots_vides'
  | 'valeurs_inconnues'
  | 'vides_lus_non'
>

/** What the rows of a snapshot are worth, all of them typed and judged. */
export interface Verification {
  readonly bilan: BilanDemandes
  readonly lecture: BilanLecture
  readonly parts: readonly PartRejetable[]
  readonly presentes: ReadonlySet<NomTable>
  /** Rejected rows of `demandes`, by reason. */
  readonly rejets: Readonly<Record<string, number>>
  readonly rejetsAnnexes: Readonly<Record<(typeof ANNEXES)[number], number>>
  /** Columns without any value; `flux` or `baux` where the file is absent. */
  readonly vides: readonly string[]
}

/** Types every row of a snapshot: what can be rejected is known, nothing is judged yet. */
export const verifierLignes = async (
  etabli: Etabli,
  tables: readonly TableLue[],
  profil: Profil,
): Promise<PartRejetable[]> => {
  const parts: PartRejetable[] = []
  for (const table of tables)
    for (const part of await verifierTable(etabli, table, profil)) parts.push({ table: table.nom, part })
  return parts
}

/** What a refusal for rejected rows is made of. */
export interface FaitsDeRejets extends Readonly<Record<string, unknown>> {
  readonly rejetees: number
  readonly lignes: number
  readonly tolerance: number
  /** By reason. */
  readonly rejets: Readonly<Record<string, number>>
  readonly premiers: readonly PremierRejet[]
}

const refuserTropDeRejets = async (
  connection: DuckDBConnection,
  { rejetees, lignes }: BilanDemandes,
  rejets: Readonly<Record<string, number>>,
  parts: readonly PartRejetable[],
  tolerance: number,
): Promise<void> => {
  if (rejetees / lignes <= tolerance) return
  const raisons = Object.entries(rejets).map(([raison, n]) => `${raison} : ${n}`)
  const demandes = parts.filter(({ table }) => table === 'demandes')
  const premiers = await premiersRejets(connection, demandes, PREMIERS_REJETS)
  throw new InstantaneRefuse(
    'TROP_DE_REJETS',
    `${rejetees} lignes sur ${lignes} sont rejetées (${raisons.join(', ')}), plus que la tolérance de ${formatPart(tolerance, 2, 0)} : corriger l’extraction, ou admettre ces rejets. Premières lignes : ${premiers.map(direRejet).join(' ; ')}.`,
    { rejets, rejetees, lignes, tolerance, premiers } satisfies FaitsDeRejets,
  )
}

const lireBilan = async (
  connection: DuckDBConnection,
  parts: readonly PartRejetable[],
  videsLusNon: readonly string[],
): Promise<BilanLecture> => {
  const textes = parts.flatMap(({ part: { part } }) => (part.texte ? [{ nom: part.fichier.nom, ...part.texte }] : []))
  let completees = 0
  for (const { table, part } of parts)
    if (part.part.texte) completees += await compterCompletees(connection, table, part.numero)
  const motsVides: Record<string, number> = {}
  for (const table of new Set(parts.map((part) => part.table)))
    Object.assign(motsVides, await compterMotsVides(connection, table))
  return {
    encodages: Object.fromEntries(textes.map(({ nom, encodage }) => [nom, encodage])),
    octets_repris: textes.reduce((total, { octetsRepris }) => total + octetsRepris, 0),
    completees,
    lignes_de_total: parts.filter(({ part }) => part.total).length,
    mots_vides: motsVides,
    valeurs_inconnues: await compterInconnues(connection, 'demandes'),
    vides_lus_non: videsLusNon,
  }
}

/**
 * Judges the rows of a snapshot, once typed.
 *
 * @throws InstantaneRefuse where it has no row, no readable register, or too many rejected rows or unreadable values.
 */
export const juger = async (
  connection: DuckDBConnection,
  { nom, territoire, date }: { readonly nom: string; readonly territoire: string; readonly date: Jour },
  parts: readonly PartRejetable[],
  { tolerance = TOLERANCE, toleranceValeurs = TOLERANCE_VALEURS }: OptionsImport,
): Promise<Verification> => {
  const presentes = new Set<NomTable>(parts.map(({ table }) => table))
  for (const { table, part } of parts)
    if (table === 'demandes') await refuserArrondis(connection, territoire, part, presentes)
  const videsLusNon = await lireVidesNon(connection, date)
  const bilan = await compterDemandes(connection, date)
  if (bilan.lignes === 0)
    throw new InstantaneRefuse(
      'FICHIER_VIDE',
      `La table demandes de ${nom} n’a aucune ligne : redemander l’extraction.`,
    )
  const rejets = await compterRejets(connection, 'demandes')
  await refuserTropDeRejets(connection, bilan, rejets, parts, tolerance)
  const trop = await tropDeValeursInconnues(connection, bilan, toleranceValeurs)
  if (trop !== null) throw new InstantaneRefuse('VALEURS_INCONNUES', trop.constat, trop.faits)
  const vides = [...bilan.vides]
  const rejetsAnnexes = { guichets: 0, flux: 0, baux: 0 }
  for (const table of ANNEXES) {
    if (presentes.has(table)) {
      vides.push(...(await colonnesVides(connection, table)))
      rejetsAnnexes[table] = Object.values(await compterRejets(connection, table)).reduce((a, b) => a + b, 0)
    } else if (table !== 'guichets') vides.push(table)
  }
  if (presentes.has('baux') && (await sansMois(connection))) vides.push('baux')
  if (vides.includes('guichets.code'))
    throw new InstantaneRefuse('REGISTRE_VIDE', `Aucun guichet de ${nom} n’est lisible : corriger le fichier guichets.`)
  const lecture = await lireBilan(connection, parts, videsLusNon)
  return { bilan, lecture, parts, presentes, rejets, rejetsAnnexes, vides }
}
