import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import type { DocumentEcrit } from '../../../reports/document.ts'
import { type FormeDeRapport, rendreRapport } from '../../../reports/render/formes.ts'
import { avecLibreOffice, convertir, SOFFICE } from '../../libreoffice.ts'
import { avecPoppler, infosDuPdf, POPPLER, structureDuPdf, texteDuPdf } from '../../poppler.ts'
import { tablesDe } from './lire-document.ts'
import { preparerRapports } from './scene.ts'

const { ecrire } = preparerRapports()
const dossier = mkdtempSync(join(tmpdir(), 'rapports-'))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

const prefet = (): Promise<DocumentEcrit> => ecrire('2026-S2', 'prefet')

const rendre = async (forme: FormeDeRapport): Promise<string> => {
  const chemin = join(dossier, `rapport.${forme}`)
  writeFileSync(chemin, await rendreRapport(await prefet(), forme))
  return chemin
}

/** Without what layout adds: spaces of all kinds, line ends. */
const serre = (texte: string): string => texte.replace(/[\s\u00a0\u202f]+/g, '')

/** Every figure that the tables of a document show. */
const chiffresDe = (document: DocumentEcrit): string[] =>
  tablesDe(document.blocs).flatMap(({ lignes }) =>
    lignes.flatMap((ligne) => ligne.flatMap((c) => ('dit' in c && c.chiffre !== null ? [serre(c.dit)] : []))),
  )

describe('un rapport', () => {
  it.skipIf(!POPPLER)(
    avecPoppler('en PDF montre tous ses chiffres, en quinze pages au plus avant ses annexes, balisé'),
    async () => {
      const chemin = await rendre('pdf')
      const pages = texteDuPdf(chemin).split('\f')
      const annexes = pages.findIndex((page, i) => i > 1 && /^\s*Annexe/m.test(page))
      expect(annexes).toBeGreaterThan(3)
      expect(annexes).toBeLessThanOrEqual(15)
      const texte = serre(pages.join(' '))
      const chiffres = chiffresDe(await prefet())
      expect(chiffres.length).toBeGreaterThan(150)
      for (const chiffre of chiffres) expect([chiffre, texte.includes(chiffre)]).toEqual([chiffre, true])
      const structure = structureDuPdf(chemin)
      for (const balise of ['H1', 'H2', 'H3', 'TOC', 'Table', 'TH', 'Figure', 'L'])
        expect([balise, new RegExp(`^\\s*${balise}\\b`, 'm').test(structure)]).toEqual([balise, true])
      expect(infosDuPdf(chemin)).toMatch(/Tagged:\s+yes/)
    },
    120_000,
  )

  it('en PDF est le même, octet pour octet, à chaque fois', async () => {
    const document = await prefet()
    const une = await rendreRapport(document, 'pdf')
    expect(Buffer.from(await rendreRapport(document, 'pdf')).equals(Buffer.from(une))).toBe(true)
  })

  it.skipIf(!SOFFICE || !POPPLER)(
    avecLibreOffice('en DOCX s’ouvre avec ses chiffres et ses dessins'),
    async () => {
      convertir(await rendre('docx'), 'pdf', dossier)
      const texte = serre(texteDuPdf(join(dossier, 'rapport.pdf')))
      for (const chiffre of chiffresDe(await prefet()))
        expect([chiffre, texte.includes(chiffre)]).toEqual([chiffre, true])
    },
    180_000,
  )

  it('en XLSX tient ses nombres comme des nombres, une feuille par table, après celle qui dit d’où ils viennent', async () => {
    const document = await prefet()
    const tables = tablesDe(document.blocs)
    const classeur = new ExcelJS.Workbook()
    await classeur.xlsx.readFile(await rendre('xlsx'))
    expect(classeur.worksheets.map(({ name }) => name).slice(0, 2)).toEqual(['À propos', tables[0]?.feuille])
    expect(classeur.worksheets).toHaveLength(tables.length + 1)
    tables.forEach(({ lignes, colonnes }, t) => {
      const feuille = classeur.worksheets[t + 1]
      expect(feuille?.views[0]?.state).toBe('frozen')
      expect(feuille?.getRow(1).values).toEqual([undefined, ...colonnes.map(({ intitule }) => intitule)])
      lignes.forEach((ligne, r) => {
        ligne.forEach((cellule, c) => {
          if ('dit' in cellule && cellule.chiffre !== null)
            expect(feuille?.getCell(r + 2, c + 1).value).toBe(cellule.chiffre)
        })
      })
    })
  })

  it.skipIf(!SOFFICE)(
    avecLibreOffice('en ODS s’ouvre de même'),
    async () => {
      convertir(await rendre('ods'), 'xlsx:Calc MS Excel 2007 XML', dossier)
      const classeur = new ExcelJS.Workbook()
      await classeur.xlsx.readFile(join(dossier, 'rapport.xlsx'))
      expect(classeur.worksheets).toHaveLength(tablesDe((await prefet()).blocs).length + 1)
    },
    180_000,
  )

  it('en HTML tient seul : ni script, ni rien d’ailleurs', async () => {
    const html = Buffer.from(await rendreRapport(await prefet(), 'html')).toString()
    expect(html).toMatch(/^<!doctype html>/)
    expect(html).not.toMatch(/<script|<link|src="http|url\((?!#)/i)
    expect(html).not.toContain('var(--')
    expect(html).toContain('<th scope="col"')
  })
})
