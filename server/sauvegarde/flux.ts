import { createHash, timingSafeEqual } from 'node:crypto'
import { SauvegardeAlteree } from './erreurs.ts'

type Octets = AsyncIterable<Uint8Array>

const EMPREINTE = 32

/** In clear: the content, then its SHA-256, which what opens archives passes over. */
export async function* sceller(source: Octets): AsyncGenerator<Uint8Array> {
  const empreinte = createHash('sha256')
  for await (const octets of source) {
    empreinte.update(octets)
    yield octets
  }
  yield empreinte.digest()
}

/** @throws SauvegardeAlteree at the end, where the content is not what was written. */
export async function* desceller(source: Octets): AsyncGenerator<Buffer> {
  const empreinte = createHash('sha256')
  let retenu = Buffer.alloc(0)
  for await (const octets of source) {
    const tout = Buffer.concat([retenu, octets])
    const passe = tout.subarray(0, Math.max(0, tout.length - EMPREINTE))
    retenu = tout.subarray(passe.length)
    empreinte.update(passe)
    if (passe.length > 0) yield passe
  }
  if (retenu.length !== EMPREINTE || !timingSafeEqual(retenu, empreinte.digest())) throw new SauvegardeAlteree()
}
