import { formatInstant } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../contexte.ts'
import { type DocumentVu, TYPES_DOCUMENT } from '../documents.ts'
import { lien } from '../liens.ts'
import { formatOctets } from '../modeles/octets.ts'

/** One thing, in the forms it is had in: a letter is kept as PDF and as DOCX, made together. */
interface Piece {
  readonly premier: DocumentVu
  readonly formes: readonly DocumentVu[]
}

/** The documents put together by what they are: two forms of a letter are one piece. */
export const piecesDe = (documents: readonly DocumentVu[]): Piece[] => {
  const pieces = new Map<string, DocumentVu[]>()
  for (const document of documents) {
    const cle = document.version === null ? `joint ${document.id}` : `${document.titre} ${document.le}`
    pieces.set(cle, [...(pieces.get(cle) ?? []), document])
  }
  return [...pieces.values()].flatMap((formes) => (formes[0] === undefined ? [] : [{ premier: formes[0], formes }]))
}

const direPiece = ({ premier: { version, par, le } }: Piece): string =>
  version === null
    ? `Joint par ${par}, le ${formatInstant(le)}`
    : `Faite par ${par}, le ${formatInstant(le)}, ${version === 0 ? 'modèle d’origine' : `modèle version ${version}`}`

/** Documents to take, the latest first, each with who made it, its weight and its digest. */
export const ListeDocuments = ({
  contexte,
  documents,
}: {
  readonly contexte: Contexte
  readonly documents: readonly DocumentVu[]
}) => (
  <ul class="pieces">
    {piecesDe(documents)
      .toReversed()
      .map((piece) => (
        <li>
          <strong>{fr(piece.premier.titre)}</strong>
          <span class="formes">
            {piece.formes.map(({ id, type, octets, titre }) => (
              <a class="btn" href={lien(contexte, `/documents/${id}`)} download>
                {TYPES_DOCUMENT[type]}
                <span class="vh">{` : ${titre}`}</span>
                <span class="poids">{formatOctets(octets)}</span>
              </a>
            ))}
          </span>
          <span class="d">{fr(`${direPiece(piece)}.`)}</span>
          <details class="plus">
            <summary>Empreinte</summary>
            <ul class="petit">
              {piece.formes.map(({ type, sha256, nom }) => (
                <li>
                  {fr(`${nom}, ${TYPES_DOCUMENT[type]} : `)}
                  <span class="empreinte">{sha256}</span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
  </ul>
)
