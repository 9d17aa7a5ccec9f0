import { nomMois } from '../../../ingest/socle/francais/format.ts'
import { accord } from '../../../ingest/socle/francais/phrase.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Alertes } from '../../modeles/changement.ts'

interface Props {
  readonly alertes: Alertes
  readonly mois: readonly [avant: Mois, apres: Mois]
}

/** « 13 + 6 − 2 = 17 ». */
export const Soldes = ({ alertes: { entrees, durent, sorties }, mois: [avant, apres] }: Props) => (
  <ul class="soldes">
    <li>
      <b>{durent.length + sorties.length}</b>{' '}
      {`${accord(durent.length + sorties.length, 'alerte')} en ${nomMois(avant)}`}
    </li>
    <li>
      <b>
        <span class="op">+</span> {entrees.length}
      </b>{' '}
      {accord(entrees.length, 'entrée')}
    </li>
    <li>
      <b>
        <span class="op">−</span> {sorties.length}
      </b>{' '}
      {accord(sorties.length, 'sortie')}
    </li>
    <li>
      <b>
        <span class="op">=</span> {durent.length + entrees.length}
      </b>{' '}
      {`${accord(durent.length + entrees.length, 'alerte')} en ${nomMois(apres)}`}
    </li>
  </ul>
)
