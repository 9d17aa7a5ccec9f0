import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { type DocumentVu, TYPES_DOCUMENT } from '../../documents.ts'
import { lien } from '../../liens.ts'
import { formatOctets } from '../../modeles/octets.ts'
import { direSignature, direVersion } from '../../modeles/rapports.ts'
import type { PublieVu } from '../../rapport-vue.ts'
import { Section } from '../blocs.tsx'
import { ListeDocuments } from '../documents.tsx'

/** A file of a published report, to take. */
const Fichier = ({ contexte, document }: { readonly contexte: Contexte; readonly document: DocumentVu }) => (
  <a class="btn" href={lien(contexte, `/documents/${document.id}`)} download>
    {TYPES_DOCUMENT[document.type]}
    <span class="vh">{fr(` : ${document.nom}`)}</span>
    <span class="poids">{formatOctets(document.octets)}</span>
  </a>
)

export const Fichiers = ({ contexte, publie }: { readonly contexte: Contexte; readonly publie: PublieVu }) => (
  <span class="formes">
    {publie.documents.map((document) => (
      <Fichier contexte={contexte} document={document} />
    ))}
  </span>
)

/** Other documents that were sent with a version. */
const Joints = ({ contexte, publie: { joints } }: { readonly contexte: Contexte; readonly publie: PublieVu }) =>
  joints.length === 0 ? null : (
    <>
      <span class="d">Documents transmis avec ce rapport</span>
      <ListeDocuments contexte={contexte} documents={joints} />
    </>
  )

/** What makes a version the one that it is. */
const Origine = ({ publie }: { readonly publie: PublieVu }) => (
  <details class="plus">
    <summary>Instantanés et empreintes</summary>
    <ul class="petit">
      <li>{fr(`Infocentre ${publie.logiciel}`)}</li>
      {publie.instantanes.map(({ date, empreinte }) => (
        <li>
          {fr(`Instantané du ${formatJour(date)} : `)}
          <span class="empreinte">{empreinte}</span>
        </li>
      ))}
      {publie.documents.map(({ nom, sha256 }) => (
        <li>
          {fr(`${nom} : `)}
          <span class="empreinte">{sha256}</span>
        </li>
      ))}
    </ul>
  </details>
)

/** Every version that was published, the latest first: it is served as it was. */
export const Versions = ({
  contexte,
  publies,
}: {
  readonly contexte: Contexte
  readonly publies: readonly PublieVu[]
}) =>
  publies.length === 0 ? null : (
    <Section id="versions" titre="Publié" precision={fr('Chaque fichier est rendu tel qu’il a été publié')}>
      <ul class="pieces">
        {publies.toReversed().map((publie) => (
          <li>
            <strong>{fr(publie.titre)}</strong>
            <Fichiers contexte={contexte} publie={publie} />
            <span class="d">{fr(`${direVersion(publie)}. ${direSignature(publie)}`)}</span>
            <Joints contexte={contexte} publie={publie} />
            <Origine publie={publie} />
          </li>
        ))}
      </ul>
    </Section>
  )
