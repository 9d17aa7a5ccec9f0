import { formatInstant } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { PointVu } from '../../../web/components/controles/point.tsx'
import { CODES_POINTS, POINTS } from '../../../web/controles.ts'
import { brut, type Texte } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import type { MatiereDuControle } from './matiere.ts'

const ligne = ({ fait, note, vu }: PointVu, rang: number): readonly Texte[] => [
  brut(String(rang)),
  [
    { texte: POINTS[fait.point], gras: true },
    { texte: `\n${fr(`${fait.nombre}${fait.phrase}`)}` },
    ...(note === '' ? [] : [{ texte: `\n${fr(`Note : ${note}`)}` }]),
  ],
  brut(vu === null ? 'non vu' : `${formatInstant(vu.le)}\n${vu.par}`),
]

/** The twelve points, with what was known, ticked and written of each. */
export const tableDesPoints = (points: readonly PointVu[], note: string) => ({
  sorte: 'table' as const,
  titre: 'Point par point',
  feuille: 'Douze points',
  colonnes: [
    { intitule: 'N°', part: 0.4 },
    { intitule: 'Ce que l’application savait', part: 5.4 },
    { intitule: 'Vu', part: 1.8 },
  ],
  lignes: CODES_POINTS.flatMap((code, i) => {
    const vu = points.find(({ fait }) => fait.point === code)
    return vu === undefined ? [] : [ligne(vu, i + 1)]
  }),
  note: fr(note),
})

export const lesDouzePoints: Section<MatiereDuControle> = {
  code: 'points',
  titre: 'Les douze points',
  rediger: ({ points }) => [tableDesPoints(points, '')],
}
