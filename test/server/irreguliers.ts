import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The guichets of a made-up département that changed pace, caught up in a day or went silent, as its truth tells. */
export const irreguliers = (dossier: string): ReadonlySet<string> =>
  new Set(
    ['cadences', 'rattrapages', 'silences'].flatMap((nom) =>
      readFileSync(join(dossier, 'verite', `${nom}.csv`), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((ligne) => ligne.split(';')[0] ?? ''),
    ),
  )
