import { formatInstant, formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { ACTES_CONTROLE, type ActeControle, POINTS, type Point } from '../../controles.ts'
import { lien } from '../../liens.ts'
import type { MoisVu } from '../../modeles/mois-controle.ts'
import { type Fait, Panneau, Section } from '../blocs.tsx'
import type { VersionVue } from './signature.tsx'

/** Something done of the control, as its history tells it. */
export interface ActeVu {
  readonly acte: ActeControle
  readonly point: Point | null
  readonly texte: string
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** All that was done of a control, with who did it and when. */
export const Historique = ({ actes }: { readonly actes: readonly ActeVu[] }) =>
  actes.length === 0 ? null : (
    <Section id="historique" titre="Ce qui a été fait" precision="Du plus récent au plus ancien">
      <ul class="steps">
        {actes.toReversed().map(({ acte, point, texte, par, le }) => (
          <li>
            <strong>{ACTES_CONTROLE[acte]}</strong>
            {fr(`${point === null ? '' : ` · ${POINTS[point]}`}, par ${par}, le ${formatInstant(le)}`)}
            {texte === '' ? null : <span class="d">{texte}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )

/** What proves what a version said, or will. */
export const preuvesDe = (version: VersionVue | null, { instantane }: MoisVu): Fait[] => [
  {
    terme: 'Preuve',
    valeur:
      version === null ? (
        fr(
          instantane === null
            ? 'le motif écrit, et l’empreinte de la page'
            : `empreinte des faits, instantané du ${formatJour(instantane)}`,
        )
      ) : (
        <>
          <span class="empreinte">{version.empreinte}</span>
          <span class="sub">
            {version.intacte
              ? 'SHA-256 des faits figés, vérifiée à l’ouverture de cette page'
              : 'Les faits gardés ne sont plus ceux qui ont été signés'}
          </span>
        </>
      ),
  },
  { terme: 'Lu par', valeur: 'gestionnaire, direction départementale' },
]

const FORMES = { pdf: 'PDF', docx: 'DOCX', html: 'HTML', xlsx: 'XLSX', ods: 'ODS' } as const

/** The report of the month, to keep and to send: as a version signed it, or as it stands. */
export const RapportDuControle = ({
  contexte,
  controle,
  version,
}: {
  readonly contexte: Contexte
  readonly controle: MoisVu
  readonly version: VersionVue | null
}) => (
  <p class="petit">
    {fr(version === null ? 'Le rapport du mois, en projet : ' : 'Le rapport signé : ')}
    {Object.entries(FORMES).map(([forme, nom], i) => (
      <>
        {i === 0 ? '' : ', '}
        <a
          href={lien(
            contexte,
            `/controles/${controle.mois}/releve.${forme}`,
            version === null ? {} : { version: String(version.rang) },
          )}
        >
          {nom}
        </a>
      </>
    ))}
    .
  </p>
)

/** The versions signed, where there are several or another is shown. */
export const Versions = ({
  contexte,
  controle,
  versions,
  version,
}: {
  readonly contexte: Contexte
  readonly controle: MoisVu
  readonly versions: readonly VersionVue[]
  readonly version: VersionVue | null
}) =>
  versions.length < (version === null ? 1 : 2) ? null : (
    <Panneau id="versions" titre="Versions signées">
      <ul class="rows">
        {versions.toReversed().map((v) => (
          <li>
            <span />
            <span>
              {v.rang === version?.rang ? (
                <b>{`Version ${v.rang}`}</b>
              ) : (
                <a class="t" href={lien(contexte, `/controles/${controle.mois}`, { version: String(v.rang) })}>
                  {`Version ${v.rang}`}
                </a>
              )}{' '}
              <span class="d">{fr(v.nom)}</span>
            </span>
            <span class="w">{formatInstant(v.le)}</span>
          </li>
        ))}
      </ul>
    </Panneau>
  )
