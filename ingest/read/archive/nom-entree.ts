import { isUtf8 } from 'node:buffer'
import type { Entry } from 'yauzl'

/** An entry's name: many tools write UTF-8 without saying so, and it would be read as the CP437 of old. */
export const nomEntree = ({ fileName, fileNameRaw }: Entry): string =>
  isUtf8(fileNameRaw) ? fileNameRaw.toString('utf8').replaceAll('\\', '/') : fileName

/** What systems leave in folders and archives, that nobody put there: hidden files, previews, locks of an open workbook. */
export const estAccessoire = (chemin: string): boolean =>
  chemin
    .split('/')
    .some((nom) => /^(__MACOSX|thumbs\.db|desktop\.ini)$/i.test(nom) || nom.startsWith('.') || nom.startsWith('~$'))
