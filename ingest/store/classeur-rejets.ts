import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { lireEnregistrement } from '../read/decouper.ts'

/** A sheet has room for 1 048 576 rows. */
const LIGNES_PAR_FEUILLE = 1_000_000

const lireCsvRejets = (chemin: string): (readonly string[])[] => {
  const texte = readFileSync(chemin, 'utf8').replace(/^\ufeff/, '')
  const lignes: (readonly string[])[] = []
  for (let i = 0; i < texte.length; ) {
    const { champs, suite } = lireEnregistrement(texte, i, ';')
    lignes.push(champs)
    i = suite
  }
  return lignes
}

/** Writes a rejects file as a workbook of text cells: a spreadsheet that opens a CSV eats zeros and rounds numéros. */
export const ecrireClasseurRejets = async (csv: string, classeur: string): Promise<void> => {
  const { writeXlsx } = await import('hucre/xlsx')
  const [entete = [], ...lignes] = lireCsvRejets(csv).map((ligne) => [...ligne])
  const feuilles = Math.max(1, Math.ceil(lignes.length / LIGNES_PAR_FEUILLE))
  const sheets = Array.from({ length: feuilles }, (_, i) => ({
    name: i === 0 ? 'Rejets' : `Rejets ${i + 1}`,
    rows: [entete, ...lignes.slice(i * LIGNES_PAR_FEUILLE, (i + 1) * LIGNES_PAR_FEUILLE)],
  }))
  writeFileSync(classeur, await writeXlsx({ sheets }), { mode: 0o600 })
  chmodSync(csv, 0o600)
}
