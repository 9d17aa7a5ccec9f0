import type { DuckDBConnection } from '@duckdb/node-api'
import type { BilanDemandes } from './check/bilan.ts'
import { valeursFrequentes } from './check/inconnues.ts'
import { aTolerance } from './check/regles.ts'
import type { Column } from './contract/column.ts'
import type { Profil } from './contract/profil.ts'
import { DEMANDES } from './contract/tables.ts'
import { formatPart } from './socle/francais/format.ts'

const AU_MOINS = 10
const MONTREES = 20

const colonnes: readonly Column[] = DEMANDES.colonnes

/** The columns whose unreadable values are more than a tolerance. */
export const colonnesFautives = ({ avertissements, remplies }: BilanDemandes, tolerance: number): Column[] =>
  colonnes.filter(aTolerance).filter(({ nom }) => {
    const n = avertissements[nom] ?? 0
    return n >= AU_MOINS && n > tolerance * (remplies[nom] ?? 0)
  })

/** What a refusal for unreadable values is made of. */
export interface FaitsDeValeurs extends Readonly<Record<string, unknown>> {
  readonly colonnes: readonly string[]
  /** The most frequent ones of each column, with their numbers. */
  readonly inconnues: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Would map them, once completed. */
  readonly profil: Profil
  readonly tolerance: number
}

/**
 * Why a snapshot's unreadable values are too many, in one sentence: each column and its most frequent ones; and the facts of it, the
 * profile that would map them included. Null where no column has too many.
 */
export const tropDeValeursInconnues = async (
  connection: DuckDBConnection,
  bilan: BilanDemandes,
  tolerance: number,
): Promise<{ constat: string; faits: FaitsDeValeurs } | null> => {
  const fautives = colonnesFautives(bilan, tolerance)
  if (fautives.length === 0) return null
  const { avertissements, remplies } = bilan
  const phrases: string[] = []
  const inconnues: Record<string, Record<string, number>> = {}
  const valeurs: Record<string, Record<string, string>> = {}
  for (const { nom } of fautives) {
    const frequentes = await valeursFrequentes(connection, nom, MONTREES)
    const mots = frequentes.map(({ valeur, n }) => `« ${valeur} » ${n} fois`).join(', ')
    phrases.push(`${nom} (${avertissements[nom]} sur ${remplies[nom]} : ${mots})`)
    inconnues[nom] = Object.fromEntries(frequentes.map(({ valeur, n }) => [valeur, n]))
    valeurs[nom] = Object.fromEntries(frequentes.map(({ valeur }) => [valeur, '']))
  }
  return {
    constat: `Trop de valeurs ne sont pas reconnues, plus que la tolérance de ${formatPart(tolerance, 2, 0)} d’une colonne : ${phrases.join(' ; ')}. Dire dans un profil d’import ce qu’elles veulent dire (un code, OUI, NON, ou rien), ou les admettre telles quelles.`,
    faits: { colonnes: fautives.map(({ nom }) => nom), inconnues, profil: { valeurs }, tolerance },
  }
}
