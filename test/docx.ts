import { inflateRawSync } from 'node:zlib'

/** The parts of an office document by name, as its central directory lists them. */
export const partiesDuDocx = (octets: Uint8Array): ReadonlyMap<string, Buffer> => {
  const archive = Buffer.from(octets)
  const parties = new Map<string, Buffer>()
  const fin = archive.lastIndexOf(Buffer.from('PK\x05\x06'))
  let lieu = archive.readUInt32LE(fin + 16)
  for (let n = archive.readUInt16LE(fin + 10); n > 0; n--) {
    const [methode, taille] = [archive.readUInt16LE(lieu + 10), archive.readUInt32LE(lieu + 20)]
    const [nom, reste] = [
      archive.readUInt16LE(lieu + 28),
      archive.readUInt16LE(lieu + 30) + archive.readUInt16LE(lieu + 32),
    ]
    const local = archive.readUInt32LE(lieu + 42)
    const debut = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const contenu = archive.subarray(debut, debut + taille)
    parties.set(
      archive.toString('utf8', lieu + 46, lieu + 46 + nom),
      methode === 8 ? inflateRawSync(contenu) : Buffer.from(contenu),
    )
    lieu += 46 + nom + reste
  }
  return parties
}

/** What a DOCX says, a line a paragraph, its spaces plain. */
export const texteDuDocx = (octets: Uint8Array): string =>
  (partiesDuDocx(octets).get('word/document.xml')?.toString('utf8') ?? '')
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&apos;/g, '’')
    .replace(/[\u00a0\u202f]/g, ' ')
