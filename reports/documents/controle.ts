import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { PointVu } from '../../web/components/controles/point.tsx'
import type { VersionVue } from '../../web/components/controles/signature.tsx'
import { CODES_POINTS, POINTS } from '../../web/controles.ts'
import { type MoisVu, titreDuControle } from '../../web/modeles/mois-controle.ts'
import { type Bloc, brut, type DocumentEcrit, paragraphe, type Texte } from '../document.ts'

export interface ReleveSigne {
  readonly territoire: string
  readonly mois: MoisVu['mois']
  readonly version: VersionVue
  /** How many versions were signed. */
  readonly versions: number
  /** The points as the signature froze them. */
  readonly points: readonly PointVu[]
}

const point = ({ fait, note, vu }: PointVu, rang: number): readonly Texte[] => [
  brut(String(rang)),
  [
    { texte: POINTS[fait.point], gras: true },
    { texte: `\n${fr(`${fait.nombre}${fait.phrase}`)}` },
    ...(note === '' ? [] : [{ texte: `\n${fr(`Note : ${note}`)}` }]),
  ],
  brut(vu === null ? 'non vu' : `${formatInstant(vu.le)}\n${vu.par}`),
]

const direSignature = ({ version, versions }: ReleveSigne): Bloc[] => [
  paragraphe(
    fr(
      `Signé par ${version.nom} le ${formatInstant(version.le)}${versions > 1 ? `, version ${version.rang} sur ${versions}` : ''}.`,
    ),
  ),
  ...(version.motif === null ? [] : [paragraphe(fr(`Signé sans instantané : ${version.motif}`))]),
]

/** The record of a monthly control, as a signature froze it. */
export const releveDuControle = (releve: ReleveSigne): DocumentEcrit => {
  const { territoire, mois, version, points } = releve
  return {
    titre: titreDuControle(mois),
    sousTitre: fr(`${territoire} · convention, art. 3.2.2 b`),
    langue: 'fr',
    projet: false,
    lettre: null,
    blocs: [
      ...direSignature(releve),
      {
        sorte: 'table',
        titre: 'Les douze points',
        colonnes: [
          { intitule: 'N°', part: 0.4 },
          { intitule: 'Ce que l’application savait', part: 5.4 },
          { intitule: 'Vu', part: 1.8 },
        ],
        lignes: CODES_POINTS.flatMap((code, i) => {
          const vu = points.find(({ fait }) => fait.point === code)
          return vu === undefined ? [] : [point(vu, i + 1)]
        }),
        note: fr(
          `${version.instantane === null ? 'Sans instantané.' : `Source : instantané du ${formatJour(version.instantane)}.`} Empreinte des faits figés (SHA-256) : ${version.empreinte}.${version.intacte ? '' : ' Les faits gardés ne sont plus ceux qui ont été signés.'}`,
        ),
      },
    ],
    pied: {
      reference: `${titreDuControle(mois)}, version ${version.rang}`,
      instantane: version.instantane,
      faitLe: version.le.replace('T', ' '),
      par: version.nom,
    },
  }
}
