import type { DuckDBConnection } from '@duckdb/node-api'
import { type BilanDemandes, colonnesVides, compterDemandes } from './check/bilan.ts'
import { compterRejets, type PartRejetable } from './check/rejets.ts'
import type { NomTable } from './contract/tables.ts'
import type { OptionsImport } from './options.ts'
import { InstantaneRefuse } from './socle/erreur.ts'
import type { Jour } from './socle/jour.ts'
import { type TableLue, verifierTable } from './tables-lues.ts'

const TOLERANCE = 0.005
const ANNEXES = ['guichets', 'flux', 'baux'] as const

/** What the rows of a snapshot are worth, all of them typed and judged. */
export interface Verification {
  readonly bilan: BilanDemandes
  readonly parts: readonly PartRejetable[]
  readonly presentes: ReadonlySet<NomTable>
  /** Rejected rows of `demandes`, by reason. */
  readonly rejets: Readonly<Record<string, number>>
  readonly rejetsAnnexes: Readonly<Record<(typeof ANNEXES)[number], number>>
  /** Columns without any value; `flux` or `baux` where the file is absent. */
  readonly vides: readonly string[]
}

const refuserTropDeRejets = (
  { rejetees, lignes }: BilanDemandes,
  rejets: Readonly<Record<string, number>>,
  tolerance: number,
): void => {
  if (rejetees / lignes <= tolerance) return
  const raisons = Object.entries(rejets)
    .map(([raison, n]) => `${raison} : ${n}`)
    .join(', ')
  throw new InstantaneRefuse(
    'TROP_DE_REJETS',
    `${rejetees} lignes sur ${lignes} sont rejetées (${raisons}), plus que la tolérance de ${String(tolerance * 100).replace('.', ',')} % : corriger l’extraction, ou augmenter --tolerance.`,
    { rejets },
  )
}

/**
 * Types and judges every row of a snapshot.
 *
 * @throws InstantaneRefuse where it has no row, no readable register, or too many rejected rows.
 */
export const verifier = async (
  connection: DuckDBConnection,
  nom: string,
  tables: readonly TableLue[],
  date: Jour,
  { profil = {}, tolerance = TOLERANCE }: OptionsImport,
): Promise<Verification> => {
  const parts: PartRejetable[] = []
  for (const table of tables)
    for (const part of await verifierTable(connection, table, profil)) parts.push({ table: table.nom, part })
  const bilan = await compterDemandes(connection, date)
  if (bilan.lignes === 0)
    throw new InstantaneRefuse(
      'FICHIER_VIDE',
      `La table demandes de ${nom} n’a aucune ligne : redemander l’extraction.`,
    )
  const rejets = await compterRejets(connection, 'demandes')
  refuserTropDeRejets(bilan, rejets, tolerance)
  const presentes = new Set<NomTable>(tables.map((table) => table.nom))
  const vides = [...bilan.vides]
  const rejetsAnnexes = { guichets: 0, flux: 0, baux: 0 }
  for (const table of ANNEXES) {
    if (presentes.has(table)) {
      vides.push(...(await colonnesVides(connection, table)))
      rejetsAnnexes[table] = Object.values(await compterRejets(connection, table)).reduce((a, b) => a + b, 0)
    } else if (table !== 'guichets') vides.push(table)
  }
  if (vides.includes('guichets.code'))
    throw new InstantaneRefuse('REGISTRE_VIDE', `Aucun guichet de ${nom} n’est lisible : corriger le fichier guichets.`)
  return { bilan, parts, presentes, rejets, rejetsAnnexes, vides }
}
