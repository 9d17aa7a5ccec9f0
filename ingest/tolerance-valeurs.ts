import type { DuckDBConnection } from '@duckdb/node-api'
import type { BilanDemandes } from './check/bilan.ts'
import { valeursFrequentes } from './check/inconnues.ts'
import { aTolerance } from './check/regles.ts'
import type { Column } from './contract/column.ts'
import { DEMANDES } from './contract/tables.ts'
import { formatPart } from './socle/francais/format.ts'

const AU_MOINS = 10
const MONTREES = 20

const colonnes: readonly Column[] = DEMANDES.colonnes

/**
 * Why a snapshot's unreadable values are too many, in one sentence: each column, its most frequent ones, and the profile that
 * would map them; null where no column has too many.
 */
export const tropDeValeursInconnues = async (
  connection: DuckDBConnection,
  { avertissements, remplies }: BilanDemandes,
  tolerance: number,
): Promise<{ constat: string; colonnes: readonly string[] } | null> => {
  const fautives = colonnes.filter(aTolerance).filter(({ nom }) => {
    const n = avertissements[nom] ?? 0
    return n >= AU_MOINS && n > tolerance * (remplies[nom] ?? 0)
  })
  if (fautives.length === 0) return null
  const phrases: string[] = []
  const valeurs: Record<string, Record<string, string>> = {}
  for (const { nom } of fautives) {
    const frequentes = await valeursFrequentes(connection, nom, MONTREES)
    const mots = frequentes.map(({ valeur, n }) => `« ${valeur} » ${n} fois`).join(', ')
    phrases.push(`${nom} (${avertissements[nom]} sur ${remplies[nom]} : ${mots})`)
    valeurs[nom] = Object.fromEntries(frequentes.map(({ valeur }) => [valeur, '']))
  }
  return {
    colonnes: fautives.map(({ nom }) => nom),
    constat: `Trop de valeurs ne sont pas reconnues, plus que la tolérance de ${formatPart(tolerance, 2, 0)} d’une colonne : ${phrases.join(' ; ')}. Donner avec --profil ce qu’elles veulent dire (un code, OUI, NON, ou rien), par exemple ${JSON.stringify({ valeurs })}, ou augmenter --tolerance-valeurs.`,
  }
}
