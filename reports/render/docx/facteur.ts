import type { IParagraphOptions, Paragraph, Table } from 'docx'
import { lireTexte, type TableDuDocument, type Texte } from '../../document.ts'
import { type Docx, FILET, GRIS, LARGEUR, PETIT } from './mesures.ts'

/** What makes the parts of a document, once the library is there. */
export const facteur = (d: Docx) => {
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
          ...rangs.map((cellules) => rang(cellules.map(lireTexte), false)),
        ],
      }),
      ...(dite === '' ? [new d.Paragraph({ spacing: { after: 120 } })] : note(dite)),
    ]
  }

  return { mots, alinea, lignes, note, legende, grille, tableau, bord }
}

export type Facteur = ReturnType<typeof facteur>
