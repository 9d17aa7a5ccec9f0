import { gzipSync } from 'node:zlib'
import { assets, readAsset } from '../../../web/assets.ts'

/** Bytes of the scripts that a page sends, compressed as they are sent. */
export const poidsDesScripts = (): number =>
  assets
    .filter(({ type }) => type.startsWith('text/javascript'))
    .reduce((somme, asset) => somme + gzipSync(readAsset(asset)).length, 0)
