import { compte } from '../../../ingest/socle/francais/phrase.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { Panneau } from '../blocs.tsx'
import { Icone } from '../sprite.tsx'

interface Props {
  readonly contexte: Contexte
  readonly departs: number
  readonly certificats: number
}

/** On the dashboard, the accesses that wait for somebody; nothing where none does. */
export const HabilitationsDuMoment = ({ contexte, departs, certificats }: Props) =>
  departs + certificats === 0 ? null : (
    <Panneau id="habilitations" titre="Habilitations" precision={<a href={lien(contexte, '/habilitations')}>Toutes</a>}>
      <ul class="rows">
        {departs === 0 ? null : (
          <li>
            <Icone nom="late" classe="late" />
            <a class="t" href={lien(contexte, '/habilitations', { etat: 'a-clore' })}>
              {`${compte(departs, 'départ')} non clos le jour même`}
            </a>
          </li>
        )}
        {certificats === 0 ? null : (
          <li>
            <Icone nom="due" />
            <a class="t" href={lien(contexte, '/habilitations', { etat: 'certificats' })}>
              {compte(certificats, 'certificat à renouveler', 'certificats à renouveler')}
            </a>
          </li>
        )}
      </ul>
    </Panneau>
  )
