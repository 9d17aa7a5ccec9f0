import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { SauvegardeAlteree } from './erreurs.ts'

type Octets = AsyncIterable<Uint8Array>

const MORCEAU = 64 * 1024
const SCEAU = 16
const EMPREINTE = 32

/** Pieces of a size, the last one shorter or as long, never missing: `dernier` says which it is. */
async function* decouper(source: Octets, taille: number): AsyncGenerator<{ morceau: Buffer; dernier: boolean }> {
  let reste = Buffer.alloc(0)
  for await (const octets of source) {
    reste = Buffer.concat([reste, octets])
    while (reste.length > taille) {
      yield { morceau: reste.subarray(0, taille), dernier: false }
      reste = reste.subarray(taille)
    }
  }
  yield { morceau: reste, dernier: true }
}

/** Rank and end are part of the nonce: a piece that is moved, repeated, dropped or cut off does not open. */
const nonce = (rang: number, dernier: boolean): Buffer => {
  const octets = Buffer.alloc(12)
  octets.writeUInt32BE(rang, 7)
  octets[11] = dernier ? 1 : 0
  return octets
}

/** AES-256-GCM piece by piece (the STREAM construction); the header is sealed with each. */
export async function* chiffrer(source: Octets, cle: Buffer, entete: Buffer): AsyncGenerator<Buffer> {
  let rang = 0
  for await (const { morceau, dernier } of decouper(source, MORCEAU)) {
    const chiffre = createCipheriv('aes-256-gcm', cle, nonce(rang, dernier)).setAAD(entete)
    yield Buffer.concat([chiffre.update(morceau), chiffre.final(), chiffre.getAuthTag()])
    rang += 1
  }
}

/** @throws SauvegardeAlteree at the first piece that is not as it was written. */
export async function* dechiffrer(source: Octets, cle: Buffer, entete: Buffer): AsyncGenerator<Buffer> {
  let rang = 0
  for await (const { morceau, dernier } of decouper(source, MORCEAU + SCEAU)) {
    if (morceau.length < SCEAU) throw new SauvegardeAlteree()
    const corps = morceau.subarray(0, -SCEAU)
    const clair = createDecipheriv('aes-256-gcm', cle, nonce(rang, dernier), { authTagLength: SCEAU }).setAAD(entete)
    clair.setAuthTag(morceau.subarray(-SCEAU))
    let lu: Buffer
    try {
      lu = Buffer.concat([clair.update(corps), clair.final()])
    } catch (cause) {
      throw new SauvegardeAlteree({ cause })
    }
    yield lu
    rang += 1
  }
}

/** In clear: the content, then the SHA-256 of the header and the content. */
export async function* sceller(source: Octets, entete: Buffer): AsyncGenerator<Uint8Array> {
  const empreinte = createHash('sha256').update(entete)
  for await (const octets of source) {
    empreinte.update(octets)
    yield octets
  }
  yield empreinte.digest()
}

/** @throws SauvegardeAlteree at the end, where the content is not what was written. */
export async function* desceller(source: Octets, entete: Buffer): AsyncGenerator<Buffer> {
  const empreinte = createHash('sha256').update(entete)
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
