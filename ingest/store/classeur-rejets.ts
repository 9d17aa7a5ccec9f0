import { chmodSync, createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { setImmediate as laisserPasser } from 'node:timers/promises'
import { decouper } from '../read/decouper.ts'

/** Rows written before others may have the processor: a page must not wait for a file of rejects. */
const LIGNES_DE_SUITE = 500

const compter = (texte: string, caractere: string): number => texte.split(caractere).length - 1

/** The records of a rejects file, whose cells may hold line ends. */
async function* lireRejets(chemin: string): AsyncGenerator<string[]> {
  const lignes = createInterface({ input: createReadStream(chemin, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  let enregistrement = ''
  let n = 0
  for await (const ligne of lignes) {
    enregistrement += n === 0 ? ligne.replace(/^\ufeff/, '') : ligne
    n += 1
    if (n % LIGNES_DE_SUITE === 0) await laisserPasser()
    if (compter(enregistrement, '"') % 2 === 1) {
      enregistrement += '\n'
      continue
    }
    yield [...decouper(enregistrement, ';')]
    enregistrement = ''
  }
}

/**
 * Writes a rejects file as a workbook of text cells: a spreadsheet that opens a CSV eats zeros and rounds numéros. Past what
 * a sheet has room for, others follow, headings repeated.
 */
export const ecrireClasseurRejets = async (csv: string, classeur: string): Promise<void> => {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const sortie = createWriteStream(classeur, { mode: 0o600 })
  await writeXlsxStream(lireRejets(csv), { name: 'Rejets', freezePane: { rows: 1 } }).pipeTo(Writable.toWeb(sortie))
  chmodSync(csv, 0o600)
}
