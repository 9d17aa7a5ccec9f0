import { readFileSync } from 'node:fs'
import { importInstantane } from '../../ingest/load.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import { calculer, normesDeclarees } from '../../metrics/engine/etape.ts'
import { openInstallation } from '../../server/installation.ts'

/** What one import took, alone in its process: without and with computing, and the most memory it held. */
export interface UnImport {
  readonly lignes: number
  readonly lectureMs: number
  readonly calculMs: number
  /** In bytes; the process's whole, engine included. */
  readonly memoire: number
}

const memoireMax = (): number => {
  const [, kilos] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilos) * 1024
}

const [racine = '', dossier = ''] = process.argv.slice(2)
const base = await openInstallation(racine)
const maintenant = '2026-11-23 10:00:00'
let calculMs = 0
const depart = performance.now()
const { lignes } = await importInstantane(
  base,
  dossier,
  { aujourdhui: enJour('2026-11-23'), maintenant, secret: 'bench' },
  async (etape) => {
    const debut = performance.now()
    const faits = await calculer({ ...etape, version: 'bench', normesEn: normesDeclarees })
    calculMs = performance.now() - debut
    return faits
  },
)
const dit: UnImport = { lignes, lectureMs: performance.now() - depart - calculMs, calculMs, memoire: memoireMax() }
base.close()
process.stdout.write(`${JSON.stringify(dit)}\n`)
