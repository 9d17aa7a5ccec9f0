import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { PointVu } from '../../web/components/controles/point.tsx'
import type { VersionVue } from '../../web/components/controles/signature.tsx'
import { type MoisVu, titreDuControle } from '../../web/modeles/mois-controle.ts'
import { type Bloc, type DocumentEcrit, paragraphe } from '../document.ts'
import { tableDesPoints } from '../rapports/controle/points.ts'

export interface ReleveSigne {
  readonly territoire: string
  readonly mois: MoisVu['mois']
  readonly version: VersionVue
  /** How many versions were signed. */
  readonly versions: number
  /** The points as the signature froze them. */
  readonly points: readonly PointVu[]
}

const direSignature = ({ version, versions }: ReleveSigne): Bloc[] => [
  paragraphe(
    fr(
      `Signé par ${version.nom} le ${formatInstant(version.le)}${versions > 1 ? `, version ${version.rang} sur ${versions}` : ''}.`,
    ),
  ),
  ...(version.motif === null ? [] : [paragraphe(fr(`Signé sans instantané : ${version.motif}`))]),
]

const direPreuve = ({ empreinte, intacte }: Pick<VersionVue, 'empreinte' | 'intacte'>): string =>
  fr(
    `Empreinte des faits figés (SHA-256) : ${empreinte}.${intacte ? '' : ' Les faits gardés ne sont plus ceux qui ont été signés.'}`,
  )

/** A report as it was signed, and what proves it at its end. */
export const avecPreuve = (
  document: DocumentEcrit,
  version: Pick<VersionVue, 'empreinte' | 'intacte'>,
): DocumentEcrit => ({ ...document, blocs: [...document.blocs, paragraphe(direPreuve(version))] })

/** The record of a monthly control, as a signature froze it before reports were kept. */
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
      tableDesPoints(
        points,
        `${version.instantane === null ? 'Sans instantané.' : `Source : instantané du ${formatJour(version.instantane)}.`} ${direPreuve(version)}`,
      ),
    ],
    pied: {
      reference: `${titreDuControle(mois)}, version ${version.rang}`,
      instantane: version.instantane,
      faitLe: version.le.replace('T', ' '),
      par: version.nom,
    },
  }
}
