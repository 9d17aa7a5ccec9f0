import type { DuckDBConnection } from '@duckdb/node-api'
import type { Instantane } from '../../ingest/store/instantanes.ts'
import { remesurerAttributions } from '../attributions/etape.ts'
import { estClos } from '../engine/clos.ts'
import { lireCalcules } from '../tableaux/calcules.ts'
import { recompterTableaux } from '../tableaux/etape.ts'
import type { NonRefait } from './bilan.ts'

/** Figures of a snapshot that its demandes alone, as history keeps them, cannot give again. */
const JAMAIS: readonly Pick<NonRefait, 'quoi' | 'pourquoi'>[] = [
  { quoi: ['tableaux des ménages'], pourquoi: 'MENAGES' },
  { quoi: ['paires probablement en double'], pourquoi: 'SANS_NOMS' },
]

/** Measures again the attributions of each snapshot, and counts again its tables; what cannot be is named. */
export const refaireInstantanes = async (
  connection: DuckDBConnection,
  territoire: string,
  instantanes: readonly Instantane[],
  version: string,
): Promise<readonly NonRefait[]> => {
  const calcules = new Map((await lireCalcules(connection, territoire)).map((calcule) => [calcule.instantane, calcule]))
  const nonRefaits: NonRefait[] = []
  for (const [rang, { date, clos }] of instantanes.entries()) {
    const nomme = (quoi: readonly string[], pourquoi: NonRefait['pourquoi']) =>
      nonRefaits.push({ territoire, de: date, quoi, pourquoi })
    for (const { quoi, pourquoi } of JAMAIS) nomme(quoi ?? [], pourquoi)
    if (clos) {
      nomme(['attributions', 'tableaux du mois'], 'CLOS')
      continue
    }
    if (instantanes[rang - 1]?.clos) nomme(['attributions'], 'AVANT_CLOS')
    else await remesurerAttributions(connection, territoire, date)
    const calcule = calcules.get(date)
    if (calcule === undefined) continue
    if (estClos(instantanes, calcule.s0)) nomme(['tableaux du mois'], 'AVANT_CLOS')
    else
      await recompterTableaux({
        connection,
        territoire,
        date,
        maintenant: calcule.calcule_le,
        version: calcule.version ?? version,
      })
  }
  return nonRefaits
}
