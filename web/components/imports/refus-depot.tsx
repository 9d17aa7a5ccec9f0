import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { RefusDepot } from '../../depot.ts'
import { MessageRefus } from '../message.tsx'
import { Icone } from '../sprite.tsx'
import { PremiersRejets } from './rejets.tsx'

/** Why a deposit was refused: what, how much of it, its first rows, and all of them to take away. */
export const Refuse = ({ refus }: { readonly refus: RefusDepot }) => (
  <>
    <MessageRefus refus={refus} />
    {refus.details.length > 0 ? (
      <ul class="details-refus">
        {refus.details.map((detail) => (
          <li>{fr(detail)}</li>
        ))}
      </ul>
    ) : null}
    <PremiersRejets premiers={refus.premiers} />
    {refus.rejets ? (
      <p class="acts sec-s">
        <a class="btn" href={`${refus.rejets}.xlsx`}>
          <Icone nom="down" />
          Télécharger les lignes rejetées (XLSX)
        </a>
        <a class="btn" href={`${refus.rejets}.csv`}>
          <Icone nom="down" />
          Les mêmes en CSV
        </a>
      </p>
    ) : null}
  </>
)
