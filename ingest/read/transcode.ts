import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import iconv from 'iconv-lite'

export type Encodage = 'utf-8' | 'windows-1252' | 'utf-16le'

/** Writes a UTF-8 copy of a file. Node's own TextDecoder gets Windows-1252's 0x80–0x9F wrong. */
export const transcoder = async (source: string, cible: string, encodage: Encodage): Promise<void> =>
  pipeline(
    createReadStream(source, { highWaterMark: 1 << 20 }),
    iconv.decodeStream(encodage),
    iconv.encodeStream('utf-8'),
    createWriteStream(cible, { mode: 0o600 }),
  )
