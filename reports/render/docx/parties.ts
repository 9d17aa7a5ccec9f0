import type { Paragraph, Table } from 'docx'
import type { Bloc } from '../../document.ts'
import { figerDessin } from '../dessin-fige.ts'
import type { Facteur } from './facteur.ts'
import { type Docx, FILET, LARGEUR } from './mesures.ts'
import type { Dessinateur } from './pixels.ts'

/** Two pixels a unit of the drawing, at most as wide as the page. */
const tailleDuDessin = (svg: string): { readonly width: number; readonly height: number } => {
  const [, , l = 720, h = 320] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 720 320').split(/[\s,]+/).map(Number)
  const width = 612
  return { width, height: Math.round((width * h) / l) }
}

/** Where a block stands among the others, and what makes pixels of a drawing. */
interface Place {
  readonly rang: number
  readonly dessiner: Dessinateur
}

/** What a block is made of. */
export const parties = (d: Docx, f: Facteur, bloc: Bloc, { rang, dessiner }: Place): readonly (Paragraph | Table)[] => {
  switch (bloc.sorte) {
    case 'titre':
      return [
        new d.Paragraph({
          heading: bloc.niveau === 1 ? d.HeadingLevel.HEADING_2 : d.HeadingLevel.HEADING_3,
          keepNext: true,
          ...(bloc.page ? { pageBreakBefore: true } : {}),
          children: [new d.TextRun(bloc.texte)],
        }),
      ]
    case 'reperes':
      return bloc.chiffres.map(({ libelle, valeur, precision }) =>
        f.alinea(
          [
            { texte: `${libelle}\u00a0: ` },
            { texte: valeur, gras: true },
            { texte: precision === '' ? '' : `, ${precision}` },
          ],
          { numbering: { reference: 'points', level: 0, instance: rang }, spacing: { after: 80 } },
        ),
      )
    case 'paire':
      return bloc.blocs.flatMap((partie) => parties(d, f, partie, { rang, dessiner }))
    case 'sommaire':
      return []
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
              data: Buffer.from(figerDessin(bloc.svg)),
              fallback: { type: 'png', data: dessiner(figerDessin(bloc.svg)) },
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
