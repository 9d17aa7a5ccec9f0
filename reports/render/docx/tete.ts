import type { Paragraph, Table } from 'docx'
import type { DocumentEcrit } from '../../document.ts'
import type { Facteur } from './facteur.ts'
import { CORPS, type Docx, GRIS, LARGEUR, MM, PETIT } from './mesures.ts'

/** The title of a document, or the head of a letter. */
export const tete = (
  d: Docx,
  f: Facteur,
  { titre, sousTitre, lettre, surtitre }: DocumentEcrit,
): (Paragraph | Table)[] => {
  const grand = (spacing: { before: number; after: number }) =>
    new d.Paragraph({ heading: d.HeadingLevel.HEADING_1, spacing, children: [new d.TextRun(titre)] })
  if (lettre === null)
    return [
      ...(surtitre === undefined ? [] : [f.alinea([{ texte: surtitre.join(' · ') }], {}, PETIT, GRIS)]),
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
