import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { rendreDocx } from '../../../reports/render/docx.ts'
import { rendrePdf } from '../../../reports/render/pdf.ts'
import { partiesDuDocx } from '../../docx.ts'
import { avecLibreOffice, convertir, SOFFICE } from '../../libreoffice.ts'
import { avecPoppler, infosDuPdf, POPPLER, pixelsDuPdf, structureDuPdf, texteDuPdf } from '../../poppler.ts'
import { FIGURE, LETTRE } from './document.ts'

const dossier = mkdtempSync(join(tmpdir(), 'rendus-'))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

const ecrire = (nom: string, octets: Uint8Array): string => {
  const chemin = join(dossier, nom)
  writeFileSync(chemin, octets)
  return chemin
}

describe('un document en PDF', () => {
  it('est le même, octet pour octet, à chaque fois', async () => {
    const une = await rendrePdf(LETTRE)
    expect(une.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await rendrePdf(LETTRE)).equals(une)).toBe(true)
  })

  it.skipIf(!POPPLER)(
    avecPoppler('se lit mot à mot : rien de ce qu’une personne écrit n’y est pris pour du code'),
    async () => {
      const texte = texteDuPdf(ecrire('lettre.pdf', await rendrePdf(LETTRE))).replace(/\s+/g, ' ')
      expect(texte).toContain('Un texte #let x = 1 *étoiles* $x$ @ref <a> \\n `code`')
      expect(texte).toContain('page 1 sur 2')
      expect(texte).toMatch(
        /Mesure 2026-07 · source.: instantané du 30\/09\/2026 · fait le 06\/10\/2026 à 10:15 par Camille Martin/,
      )
      expect(texte).not.toContain('PROJET')
    },
  )

  it.skipIf(!POPPLER)(
    avecPoppler('est balisé : titre, intertitres, en-têtes de table, listes, texte de remplacement'),
    async () => {
      const chemin = ecrire('lettre.pdf', await rendrePdf(LETTRE))
      const structure = structureDuPdf(chemin)
      for (const balise of ['H1', 'H2', 'Table', 'THead', 'TH', 'TBody', 'L', 'LI', 'Caption'])
        expect([balise, new RegExp(`^\\s*${balise}\\b`, 'm').test(structure)]).toEqual([balise, true])
      expect(infosDuPdf(chemin)).toMatch(/Title:\s+Demande formalisée/)
      expect(infosDuPdf(chemin)).toMatch(/Tagged:\s+yes/)
      const figure = ecrire('figure.pdf', await rendrePdf(FIGURE))
      expect(structureDuPdf(figure)).toMatch(/Figure/)
      expect(texteDuPdf(figure)).toContain('PROJET')
    },
  )

  it('refuse une figure qui ne se dessine pas, plutôt que de rendre un document sans elle', async () => {
    const blocs = FIGURE.blocs.map((bloc) => (bloc.sorte === 'figure' ? { ...bloc, svg: 'pas un dessin' } : bloc))
    await expect(rendrePdf({ ...FIGURE, blocs })).rejects.toThrow('mise en page impossible')
    expect((await rendrePdf(LETTRE)).length).toBeGreaterThan(1000)
  })
})

describe('un document en DOCX', () => {
  it.skipIf(!SOFFICE || !POPPLER)(
    avecLibreOffice('s’ouvre dans LibreOffice, avec ses titres, ses en-têtes répétés et ses pages'),
    async () => {
      const chemin = ecrire('lettre.docx', await rendreDocx(LETTRE))
      convertir(chemin, 'pdf', dossier)
      const texte = texteDuPdf(join(dossier, 'lettre.pdf')).replace(/\s+/g, ' ')
      expect(texte).toContain('#let x = 1 *étoiles* $x$')
      expect(texte.match(/Indicateur Valeur/g)?.length).toBeGreaterThan(1)
      expect(texte).toMatch(/page 1 sur [2-4]/)
      expect(infosDuPdf(join(dossier, 'lettre.pdf'))).toMatch(/Page size:.*A4/)
    },
    120_000,
  )

  it.skipIf(!SOFFICE || !POPPLER)(
    avecLibreOffice('montre ses dessins dans LibreOffice, qui n’en lit pas le SVG'),
    async () => {
      const carre = '<rect width="100" height="40" fill="#b00"/><text x="5" y="20" font-size="9">Août</text>'
      const blocs = FIGURE.blocs.map((bloc) =>
        bloc.sorte === 'figure' ? { ...bloc, svg: bloc.svg.replace(/<path.*\/>/, carre) } : bloc,
      )
      const chemin = ecrire('dessin.docx', await rendreDocx({ ...FIGURE, blocs }))
      convertir(chemin, 'pdf', dossier)
      const { largeur, rouges, sombres } = pixelsDuPdf(join(dossier, 'dessin.pdf'))
      expect(rouges).toBeGreaterThan(largeur * largeur * 0.1)
      expect(sombres).toBeGreaterThan(100)
    },
    120_000,
  )

  it('porte de chaque dessin le SVG et une image de la page entière, toujours la même', async () => {
    const [une, deux] = [partiesDuDocx(await rendreDocx(FIGURE)), partiesDuDocx(await rendreDocx(FIGURE))]
    const images = [...une].filter(([nom]) => nom.startsWith('word/media/'))
    expect(images.map(([nom]) => nom.split('.')[1]).toSorted()).toEqual(['png', 'svg'])
    const png = images.find(([nom]) => nom.endsWith('.png'))?.[1]
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([1836, 734])
    expect([...deux].find(([nom]) => nom.endsWith('.png'))?.[1].equals(png ?? Buffer.of())).toBe(true)
  })

  it('est un document de bureau, et son projet le dit', async () => {
    expect((await rendreDocx(FIGURE)).subarray(0, 2).toString()).toBe('PK')
  })
})
