import iconv from 'iconv-lite'
import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import { NOM, type Verite } from '../cas.ts'
import { type Document, veriteDe } from './document.ts'

const ORPHELINES = ['\ud83d', '\udc00', '\udfff\ud800']
const REMPLACEMENT = '\ufffd'

/** Writes a document in UTF-16, some of its names spoilt by half a character, and at times one byte more than whole units. */
export const abimerUtf16 = (
  hasard: Hasard,
  document: Document,
): { readonly octets: Buffer; readonly verite: Verite } => {
  let orphelines = 0
  const troncons = document.troncons.map(({ texte, lignes }) => {
    if (!hasard.chance(0.3) || !texte.includes(NOM)) return { texte, lignes }
    const mises = hasard.choisir(ORPHELINES)
    orphelines += mises.length
    const lue = (nom: string | null) => nom?.replace(NOM, `${NOM}${REMPLACEMENT.repeat(mises.length)}`) ?? null
    return {
      texte: texte.replace(NOM, `${NOM}${mises}`),
      lignes: lignes.map((ligne) => ({ ...ligne, nom: lue(ligne.nom) })),
    }
  })
  const ordre = hasard.choisir(['utf-16le', 'utf-16be'] as const)
  const texte = `\ufeff${document.tete}${troncons.map((troncon) => troncon.texte).join('')}`
  const impair = document.lignesDeTotal === 0 && !document.sansFin && hasard.chance(0.4)
  const entier = iconv.encode(texte, ordre, { addBOM: false })
  const encode = { encodage: ordre, octetsRepris: 2 * orphelines + (impair ? 1 : 0), fidele: true }
  const verite = veriteDe({ ...document, troncons }, encode)
  if (!impair) return { octets: entier, verite }
  const reste = { sort: 'COLONNES', ligne: document.lignesEcrites + 1, numero: null, nom: null } as const
  return {
    octets: Buffer.concat([entier, Buffer.from([hasard.choisir([0x0a, 0x0d, 0x41, 0x00, 0xff])])]),
    verite: { ...verite, lignes: [...verite.lignes, reste] },
  }
}
