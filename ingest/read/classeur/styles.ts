import type { Readable } from 'node:stream'
import { type Lecture, lireFormatNumerote } from './format-nombre.ts'
import { lireXml } from './xml.ts'

const STYLES_MAX = 100_000

/** How the numbers of each style of cell are read, by the style's rank. */
export const lireStyles = async (flux: Readable, quoi: string): Promise<readonly Lecture[]> => {
  const formats = new Map<number, string>()
  const numeros: number[] = []
  let dansStyles = false
  await lireXml(flux, quoi, {
    ouvre: (nom, attributs) => {
      if (nom === 'cellXfs') dansStyles = true
      if (nom === 'numFmt' && formats.size < STYLES_MAX)
        formats.set(Number(attributs.numFmtId), attributs.formatCode ?? '')
      if (nom === 'xf' && dansStyles && numeros.length < STYLES_MAX) numeros.push(Number(attributs.numFmtId ?? 0))
    },
    ferme: (nom) => {
      if (nom === 'cellXfs') dansStyles = false
    },
  })
  return numeros.map((numero) => lireFormatNumerote(numero, formats))
}
