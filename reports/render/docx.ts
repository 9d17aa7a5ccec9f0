import type { ISectionOptions } from 'docx'
import type { DocumentEcrit } from '../document.ts'
import { type Facteur, facteur } from './docx/facteur.ts'
import { CORPS, type Docx, ENCRE, FILET, GRIS, LARGEUR, MARGE, MENU, MM, POLICE } from './docx/mesures.ts'
import { parties } from './docx/parties.ts'
import { type Dessinateur, ouvrirDessinateur } from './docx/pixels.ts'
import { tete } from './docx/tete.ts'
import { direPied, MENTION_DE_PROJET } from './pied.ts'

let bibliotheque: Promise<Docx> | undefined

const style = (taille: number, before: number, after: number) => ({
  run: { font: POLICE, size: taille, bold: true, color: ENCRE },
  paragraph: { spacing: { before, after } },
})

const section = (d: Docx, f: Facteur, document: DocumentEcrit, dessiner: Dessinateur): ISectionOptions => ({
  properties: {
    page: {
      size: { width: 11906, height: 16838 },
      margin: { top: Math.round(20 * MM), bottom: Math.round(22 * MM), left: MARGE, right: MARGE },
    },
  },
  ...(document.projet
    ? {
        headers: {
          default: new d.Header({
            children: [
              f.alinea(
                [{ texte: MENTION_DE_PROJET.toLocaleUpperCase('fr'), gras: true }],
                { alignment: d.AlignmentType.RIGHT },
                MENU + 1,
                GRIS,
              ),
            ],
          }),
        },
      }
    : {}),
  footers: {
    default: new d.Footer({
      children: [
        new d.Paragraph({
          border: { top: { ...f.bord(4, FILET), space: 6 } },
          tabStops: [{ type: d.TabStopType.RIGHT, position: LARGEUR }],
          children: [
            new d.TextRun({ text: direPied(document.pied), size: MENU, color: GRIS }),
            new d.TextRun({
              size: MENU,
              color: GRIS,
              children: ['\tpage ', d.PageNumber.CURRENT, ' sur ', d.PageNumber.TOTAL_PAGES],
            }),
          ],
        }),
      ],
    }),
  },
  children: [
    ...tete(d, f, document),
    ...document.blocs.flatMap((bloc, rang) => parties(d, f, bloc, { rang, dessiner })),
  ],
})

const numerotation = (d: Docx, reference: string, format: 'decimal' | 'bullet', text: string) => ({
  reference,
  levels: [
    {
      level: 0,
      format: format === 'decimal' ? d.LevelFormat.DECIMAL : d.LevelFormat.BULLET,
      text,
      alignment: d.AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 420, hanging: 320 } } },
    },
  ],
})

const SANS_DESSIN: Dessinateur = () => {
  throw new RangeError('un dessin dans un document qui n’en a pas')
}

/** Writes a document as DOCX, to be gone on with: real headings, header rows, A4, French, page numbers. */
export const rendreDocx = async (document: DocumentEcrit): Promise<Buffer> => {
  bibliotheque ??= import('docx')
  const d = await bibliotheque
  const f = facteur(d)
  const dessiner = document.blocs.some(({ sorte }) => sorte === 'figure' || sorte === 'paire')
    ? await ouvrirDessinateur()
    : SANS_DESSIN
  const fichier = new d.Document({
    title: document.titre,
    creator: document.pied.par,
    description: '',
    styles: {
      default: {
        document: {
          run: { font: POLICE, size: CORPS, color: ENCRE, language: { value: 'fr-FR' } },
          paragraph: { spacing: { line: 264, lineRule: d.LineRuleType.AUTO } },
        },
        heading1: style(document.lettre === null ? 36 : 22, 0, 100),
        heading2: style(24, 320, 120),
        heading3: style(21, 240, 100),
      },
    },
    numbering: { config: [numerotation(d, 'chiffres', 'decimal', '%1.'), numerotation(d, 'points', 'bullet', '•')] },
    sections: [section(d, f, document, dessiner)],
  })
  return d.Packer.toBuffer(fichier)
}
