import type { IParagraphOptions, ISectionOptions, Paragraph, Table } from 'docx'
import type { Bloc, DocumentEcrit, TableDuDocument, Texte } from '../document.ts'
import { direPied, MENTION_DE_PROJET } from './pied.ts'

type Docx = typeof import('docx')

/** Twentieths of a point. */
const MM = 56.7
const [MARGE, LARGEUR] = [Math.round(24 * MM), Math.round((210 - 48) * MM)]
/** What every office has, or takes the measures of: the file is to be gone on with. */
const POLICE = 'Arial'
/** Half points. */
const [CORPS, PETIT, MENU] = [20, 17, 15]
const [ENCRE, GRIS, FILET] = ['1B1F22', '4D565C', 'C9CEC9']

let bibliotheque: Promise<Docx> | undefined

/** What makes the parts of a document, once the library is there. */
const facteur = (d: Docx) => {
  const mots = (texte: Texte, taille?: number, couleur?: string) =>
    texte.flatMap(({ texte: dit, gras }) =>
      dit.split('\n').map(
        (ligne, i) =>
          new d.TextRun({
            text: ligne,
            ...(i > 0 ? { break: 1 } : {}),
            ...(gras ? { bold: true } : {}),
            ...(taille ? { size: taille } : {}),
            ...(couleur ? { color: couleur } : {}),
          }),
      ),
    )
  const alinea = (texte: Texte, options: IParagraphOptions = {}, taille?: number, couleur?: string) =>
    new d.Paragraph({ spacing: { after: 160 }, ...options, children: mots(texte, taille, couleur) })
  const lignes = (dites: readonly string[]): Texte => [{ texte: dites.join('\n') }]
  const note = (texte: string) =>
    texte === '' ? [] : [alinea([{ texte }], { spacing: { before: 80, after: 240 } }, PETIT - 1, GRIS)]
  const legende = (texte: string) =>
    new d.Paragraph({
      keepNext: true,
      spacing: { before: 200, after: 60 },
      children: [new d.TextRun({ text: texte, bold: true, size: PETIT + 1 })],
    })

  const bord = (taille: number, color: string) => ({ style: d.BorderStyle.SINGLE, size: taille, color })
  const RIEN = { style: d.BorderStyle.NONE, size: 0, color: 'auto' }
  const SANS_BORD = { top: RIEN, bottom: RIEN, left: RIEN, right: RIEN }
  const SANS_GRILLE = { ...SANS_BORD, insideHorizontal: RIEN, insideVertical: RIEN }

  const grille = (largeurs: readonly number[], rangs: readonly (readonly Paragraph[][])[]): Table =>
    new d.Table({
      borders: SANS_GRILLE,
      layout: d.TableLayoutType.FIXED,
      columnWidths: [...largeurs],
      width: { size: LARGEUR, type: d.WidthType.DXA },
      rows: rangs.map(
        (cellules) =>
          new d.TableRow({
            children: cellules.map(
              (children, i) =>
                new d.TableCell({
                  children,
                  borders: SANS_BORD,
                  margins: { left: 0, right: 60 },
                  width: { size: largeurs[i] ?? 0, type: d.WidthType.DXA },
                }),
            ),
          }),
      ),
    })

  const tableau = ({ titre, colonnes, lignes: rangs, note: dite }: TableDuDocument): (Paragraph | Table)[] => {
    const parts = colonnes.map(({ part }) => part ?? 1)
    const somme = parts.reduce((n, part) => n + part, 0)
    const largeurs = parts.map((part) => Math.round((LARGEUR * part) / somme))
    const rang = (cellules: readonly Texte[], entete: boolean) =>
      new d.TableRow({
        tableHeader: entete,
        cantSplit: entete,
        children: cellules.map(
          (texte, i) =>
            new d.TableCell({
              width: { size: largeurs[i] ?? 0, type: d.WidthType.DXA },
              margins: { top: 50, bottom: 50, left: i === 0 ? 0 : 70, right: i === colonnes.length - 1 ? 0 : 70 },
              borders: { ...SANS_BORD, bottom: entete ? bord(6, GRIS) : bord(4, FILET) },
              children: [
                new d.Paragraph({
                  alignment: colonnes[i]?.nombre ? d.AlignmentType.RIGHT : d.AlignmentType.LEFT,
                  children: entete
                    ? [new d.TextRun({ text: texte[0]?.texte ?? '', bold: true, size: PETIT, color: GRIS })]
                    : mots(texte, PETIT),
                }),
              ],
            }),
        ),
      })
    return [
      legende(titre),
      new d.Table({
        borders: SANS_GRILLE,
        layout: d.TableLayoutType.FIXED,
        columnWidths: largeurs,
        width: { size: LARGEUR, type: d.WidthType.DXA },
        rows: [
          rang(
            colonnes.map(({ intitule }) => [{ texte: intitule }]),
            true,
          ),
          ...rangs.map((cellules) => rang(cellules, false)),
        ],
      }),
      ...(dite === '' ? [new d.Paragraph({ spacing: { after: 120 } })] : note(dite)),
    ]
  }

  return { mots, alinea, lignes, note, legende, grille, tableau, bord }
}

type Facteur = ReturnType<typeof facteur>

/** Two pixels a unit of the drawing, at most as wide as the page. */
const tailleDuDessin = (svg: string): { readonly width: number; readonly height: number } => {
  const [, , l = 720, h = 320] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 720 320').split(/[\s,]+/).map(Number)
  const width = 612
  return { width, height: Math.round((width * h) / l) }
}

/** A white pixel: what a program that draws no SVG shows in its place, beside the words that tell it. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  'base64',
)

const parties = (d: Docx, f: Facteur, bloc: Bloc, rang: number): readonly (Paragraph | Table)[] => {
  switch (bloc.sorte) {
    case 'titre':
      return [
        new d.Paragraph({
          heading: bloc.niveau === 1 ? d.HeadingLevel.HEADING_2 : d.HeadingLevel.HEADING_3,
          keepNext: true,
          children: [new d.TextRun(bloc.texte)],
        }),
      ]
    case 'paragraphe':
      return [f.alinea(bloc.texte)]
    case 'liste':
      return bloc.points.map((point) =>
        f.alinea(point, {
          numbering: { reference: bloc.numerotee ? 'chiffres' : 'points', level: 0, instance: rang },
          spacing: { after: 80 },
        }),
      )
    case 'citation':
      return bloc.paragraphes.map((texte) =>
        f.alinea(texte, {
          indent: { left: 220 },
          spacing: { after: 100 },
          border: { left: { ...f.bord(12, FILET), space: 8 } },
        }),
      )
    case 'table':
      return f.tableau(bloc)
    case 'figure':
      return [
        f.legende(bloc.titre),
        new d.Paragraph({
          children: [
            new d.ImageRun({
              type: 'svg',
              data: Buffer.from(bloc.svg),
              fallback: { type: 'png', data: POINT },
              transformation: tailleDuDessin(bloc.svg),
              altText: { title: bloc.titre, description: bloc.alternative, name: bloc.titre },
            }),
          ],
        }),
        ...f.note(bloc.note),
      ]
    case 'signature':
      return [
        f.alinea(f.lignes(bloc.lignes), {
          indent: { left: Math.round(LARGEUR * 0.53) },
          spacing: { before: 400 },
          keepLines: true,
        }),
      ]
  }
}

const tete = (d: Docx, f: Facteur, { titre, sousTitre, lettre }: DocumentEcrit): (Paragraph | Table)[] => {
  const grand = (spacing: { before: number; after: number }) =>
    new d.Paragraph({ heading: d.HeadingLevel.HEADING_1, spacing, children: [new d.TextRun(titre)] })
  if (lettre === null)
    return [
      grand({ before: 0, after: sousTitre === '' ? 240 : 80 }),
      ...(sousTitre === '' ? [] : [f.alinea([{ texte: sousTitre }], { spacing: { after: 320 } }, CORPS + 1, GRIS)]),
    ]
  const [nom = '', ...reste] = lettre.expediteur
  const moitie = Math.round(LARGEUR * 0.53)
  const intitule = Math.round(26 * MM)
  const serre = { spacing: { after: 100 } }
  return [
    f.grille(
      [moitie, LARGEUR - moitie],
      [
        [
          [f.alinea([{ texte: nom, gras: true }, ...(reste.length === 0 ? [] : [{ texte: `\n${reste.join('\n')}` }])])],
          [
            f.alinea(f.lignes(lettre.destinataire), { spacing: { before: 680, after: 340 } }),
            f.alinea([{ texte: lettre.lieuEtDate }], { spacing: { after: 280 } }),
          ],
        ],
      ],
    ),
    f.grille(
      [intitule, LARGEUR - intitule],
      [
        [[f.alinea([{ texte: 'Objet' }], serre, undefined, GRIS)], [grand({ before: 0, after: 100 })]],
        ...lettre.mentions.map(([dit, texte]) => [
          [f.alinea([{ texte: dit }], serre, undefined, GRIS)],
          [f.alinea([{ texte }], serre)],
        ]),
      ],
    ),
    new d.Paragraph({ spacing: { after: 120 } }),
  ]
}

const style = (taille: number, before: number, after: number) => ({
  run: { font: POLICE, size: taille, bold: true, color: ENCRE },
  paragraph: { spacing: { before, after } },
})

const section = (d: Docx, f: Facteur, document: DocumentEcrit): ISectionOptions => ({
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
  children: [...tete(d, f, document), ...document.blocs.flatMap((bloc, rang) => parties(d, f, bloc, rang))],
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

/** Writes a document as DOCX, to be gone on with: real headings, header rows, A4, French, page numbers. */
export const rendreDocx = async (document: DocumentEcrit): Promise<Buffer> => {
  bibliotheque ??= import('docx')
  const d = await bibliotheque
  const f = facteur(d)
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
    sections: [section(d, f, document)],
  })
  return d.Packer.toBuffer(fichier)
}
