import { gzipSync } from 'node:zlib'
import { assets, readAsset } from '../../../web/assets.ts'

/** Bytes of the scripts that a page sends: as they are written, and compressed as they are sent. */
export const poidsDesScripts = (): { readonly brut: number; readonly envoye: number } => {
  const scripts = assets.filter(({ type }) => type.startsWith('text/javascript')).map(readAsset)
  const somme = (poids: readonly number[]) => poids.reduce((total, octets) => total + octets, 0)
  return {
    brut: somme(scripts.map((script) => Buffer.from(script).length)),
    envoye: somme(scripts.map((script) => gzipSync(script).length)),
  }
}
