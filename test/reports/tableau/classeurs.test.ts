import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { read } from 'hucre'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { avecLibreOffice, convertir, SOFFICE } from '../../libreoffice.ts'
import { LIGNES, type Ligne, octetsDe, tableau } from './tableau.ts'

const ENTETES = ['Libellé', 'Nombre', 'Part', 'Jour', 'Vu', 'Quand']

/** A cell read back, as the row that was written tells it: days and moments as text. */
const relue = (valeur: unknown, nom: keyof Ligne): unknown => {
  if (valeur === undefined || valeur === '' || valeur === null) return null
  if (!(valeur instanceof Date)) return valeur
  const texte = valeur.toISOString()
  return nom === 'jour' ? texte.slice(0, 10) : texte.slice(0, 19).replace('T', ' ')
}

const NOMS = ['nom', 'n', 'part', 'jour', 'vu', 'quand'] as const
const enLigne = (cellules: readonly unknown[]): Ligne =>
  Object.fromEntries(NOMS.map((nom, i) => [nom, relue(cellules[i], nom)])) as Ligne

const cellulesDe = (feuille: ExcelJS.Worksheet | undefined, rang: number): unknown[] => {
  const valeurs = feuille?.getRow(rang).values
  return Array.isArray(valeurs) ? valeurs.slice(1) : []
}

/** Booleans are words in a spreadsheet: « oui », « non ». */
const attendues = LIGNES.slice(0, 5).map((ligne) => ({
  ...ligne,
  vu: ligne.vu === null ? null : ligne.vu ? 'oui' : 'non',
}))

describe('XLSX', () => {
  it('relu par ExcelJS : mêmes nombres, mêmes jours, mêmes textes, en-tête figé et filtré', async () => {
    const classeur = new ExcelJS.Workbook()
    const octets = await octetsDe(tableau(), 'xlsx')
    await classeur.xlsx.load(octets.buffer.slice(octets.byteOffset, octets.byteOffset + octets.length) as ArrayBuffer)
    const [propos, donnees] = classeur.worksheets
    expect(propos?.name).toBe('À propos')
    expect(propos?.getRow(2).values).toEqual([undefined, 'Période', 'octobre 2026'])
    expect(propos?.getRow(3).getCell(2).value).toBe('=3 %')
    expect(donnees?.getRow(1).values).toEqual([undefined, ...ENTETES])
    const lues = attendues.map((_, i) => enLigne(cellulesDe(donnees, i + 2)))
    expect(lues).toEqual(attendues)
    expect(donnees?.getRow(3).getCell(1).formula).toBeUndefined()
    expect(donnees?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(donnees?.autoFilter).toBeTruthy()
    expect(donnees?.getRow(2).getCell(3).numFmt).toMatch(/%/)
    expect(donnees?.getRow(2).getCell(4).numFmt).toMatch(/dd\/mm\/yyyy/i)
  })

  it('relu par Hucre : mêmes nombres', async () => {
    const { sheets } = await read(new Uint8Array(await octetsDe(tableau(), 'xlsx')))
    expect(sheets[1]?.rows[0]).toEqual(ENTETES)
    expect(sheets[1]?.rows.slice(1, 6).map((r) => [r[1], r[2]])).toEqual(attendues.map(({ n, part }) => [n, part]))
  })
})

describe('ODS', () => {
  it('relu par Hucre : mêmes nombres, mêmes textes, la feuille « À propos » d’abord', async () => {
    const { sheets } = await read(new Uint8Array(await octetsDe(tableau(), 'ods')))
    expect(sheets[0]?.name).toBe('À propos')
    expect(sheets[1]?.rows[0]).toEqual(ENTETES)
    expect(sheets[1]?.rows.slice(1, 6).map((r) => [r[0], r[1], r[2]])).toEqual(
      attendues.map(({ nom, n, part }) => [nom, n, part]),
    )
  })
})

const titre = (format: string) =>
  avecLibreOffice(`${format} ouvert par LibreOffice donne les mêmes nombres et les mêmes jours`)

describe('les classeurs dans LibreOffice', () => {
  it.skipIf(!SOFFICE).each([['xlsx'], ['ods']] as const)(titre('%s'), async (format) => {
    const dossier = dossierTemporaire()
    const chemin = join(dossier, `essai.${format}`)
    writeFileSync(chemin, await octetsDe(tableau(), format))
    // Comma, double quote, UTF-8, all rows, English of the United States; the second sheet.
    const filtre = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,2'
    convertir(chemin, filtre, dossier)
    const csv = readFileSync(join(dossier, 'essai-Essai   tout   rien.csv'), 'utf8')
    expect(csv.split('\n').slice(0, 4)).toEqual([
      'Libellé,Nombre,Part,Jour,Vu,Quand',
      expect.stringMatching(/^Mairie d’Allauch,12,12[.,]5\s?%,10\/31\/2026,oui,11\/23\/2026 10:05/),
      expect.stringMatching(/^=1\+1,-3,33[.,]3\d*\s?%,02\/29\/2024,non,01\/01\/2026 00:00/),
      expect.stringMatching(/^@SUM\(A1\),0,0%,01\/01\/2000,,/),
    ])
  })
})

describe('cent mille lignes', () => {
  function* beaucoup(): Generator<Ligne> {
    for (let n = 0; n < 100_000; n++)
      yield { nom: `Guichet ${n % 97}`, n, part: n / 100_000, jour: '2026-10-31', vu: n % 2 === 0, quand: null }
  }

  it.each(['xlsx', 'ods'] as const)('%s s’écrit par morceaux, sans tout tenir en mémoire', async (format) => {
    const { writeTableau } = await import('../../../reports/tableau/formats.ts')
    let octets = 0
    let plusGros = 0
    for await (const morceau of writeTableau(tableau(beaucoup()), format)) {
      octets += morceau.length
      plusGros = Math.max(plusGros, morceau.length)
    }
    expect(octets).toBeGreaterThan(1_000_000)
    expect(plusGros).toBeLessThan(1_000_000)
  })
})
