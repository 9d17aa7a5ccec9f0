import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import type { Environnement } from './environnement.ts'

/** Writes an answer to stdout, or to the file that `--sortie` names. */
export const writeAnswer = async (
  env: Environnement,
  morceaux: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  fichier?: string,
): Promise<void> => {
  if (fichier === undefined) {
    for await (const morceau of morceaux) env.ecrire(morceau)
    return
  }
  const flux = createWriteStream(resolve(env.cwd, fichier), { mode: 0o600 })
  for await (const morceau of morceaux) if (!flux.write(morceau)) await once(flux, 'drain')
  flux.end()
  await once(flux, 'finish')
}
