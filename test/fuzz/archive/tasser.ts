import { type Comprime, comprimer } from '../../ingest/zip.ts'
import type { Hasard } from '../../oracle/fabrique/hasard.ts'

/** What an archive is made of. */
export type Entrees = readonly (readonly [nom: string, contenu: string | Uint8Array | Comprime])[]

export const stocker = (contenu: string | Uint8Array): Comprime => ({
  ...comprimer(contenu),
  comprime: Buffer.from(contenu),
  methode: 0,
})

/** Half of archives are not compressed: a changed byte then changes nothing but itself. */
export const tasser = (hasard: Hasard, entrees: Entrees): Entrees =>
  hasard.chance(0.5)
    ? entrees
    : entrees.map(([nom, contenu]) =>
        typeof contenu === 'string' || contenu instanceof Uint8Array ? [nom, stocker(contenu)] : [nom, contenu],
      )
