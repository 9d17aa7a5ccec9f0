import { inflateSync } from 'node:zlib'

const EN_TETE = Buffer.from('%PDF-')

/** A PDF begins by saying so: one that says it further on is something else too. */
export const estPdf = (octets: Uint8Array): boolean => {
  const debut = Buffer.from(octets.subarray(0, 64))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  return debut.startsWith(EN_TETE.toString('latin1'))
}

const PROGRAMME = /\/(JavaScript|JS|Launch)\b/

/** A name as programs read it: `/J#61vaScript` is `/JavaScript`. */
const sansEchappements = (texte: string): string =>
  texte.replace(/#([0-9a-fA-F]{2})/g, (_, hexa: string) => String.fromCharCode(Number.parseInt(hexa, 16)))

/** Packed objects, and what of them is unpacked. */
const OBJETS = /\/ObjStm\b[\s\S]{0,600}?stream\r?\n/g
const OCTETS_DEPLOYES = 8 * 2 ** 20
const BLOCS_MAX = 2000

/** The objects that a PDF packs, one text after another; those that do not unpack hold nothing that runs. */
function* objetsComprimes(octets: Buffer, brut: string): Generator<string> {
  let [reste, blocs] = [OCTETS_DEPLOYES, 0]
  for (const { 0: tete, index } of brut.matchAll(OBJETS)) {
    blocs += 1
    if (reste <= 0 || blocs > BLOCS_MAX) return
    const debut = index + tete.length
    const fin = brut.indexOf('endstream', debut)
    try {
      const deploye = inflateSync(octets.subarray(debut, fin < 0 ? undefined : fin), { maxOutputLength: reste })
      reste -= deploye.length
      yield deploye.toString('latin1')
    } catch {}
  }
}

/** Whether a PDF holds what a reader would run, said in clear, by an escaped name, or in packed objects. */
export const pdfPorteUnProgramme = (octets: Uint8Array): boolean => {
  const lu = Buffer.from(octets)
  const brut = lu.toString('latin1')
  if (PROGRAMME.test(sansEchappements(brut))) return true
  for (const objets of objetsComprimes(lu, brut)) if (PROGRAMME.test(sansEchappements(objets))) return true
  return false
}
