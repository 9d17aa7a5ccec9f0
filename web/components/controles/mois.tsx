import { formatMois } from '../../../ingest/socle/francais/format.ts'
import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import {
  dateDuMois,
  direATemps,
  estEnRetard,
  estManquant,
  type MoisVu,
  precisionDuMois,
} from '../../modeles/mois-controle.ts'
import { Panneau } from '../blocs.tsx'
import { Icone } from '../sprite.tsx'

export const lienControle = (contexte: Contexte, mois: string): string =>
  lien({ ...contexte, mois: null }, `/controles/${mois}`, { mois })

/** Done, to do or late, by its shape. */
export const IconeDuMois = ({ mois }: { readonly mois: MoisVu }) => {
  if (estEnRetard(mois) || estManquant(mois)) return <Icone nom="late" classe="late" />
  return mois.signe !== null && mois.etat === 'SIGNE' ? <Icone nom="ok" classe="ok" /> : <Icone nom="due" />
}

/** Months shown beside a control; the list has them all. */
const MONTRES = 8

/** The controls of the months around, the latest first. */
export const MoisDesControles = ({
  contexte,
  controles,
  ici,
}: {
  readonly contexte: Contexte
  readonly controles: readonly MoisVu[]
  readonly ici: string
}) => (
  <Panneau id="mois" titre="Mois par mois" precision={direATemps(controles)}>
    <ul class="rows">
      {controles
        .toReversed()
        .slice(0, MONTRES)
        .map((mois) => (
          <li>
            <IconeDuMois mois={mois} />
            <span>
              {mois.mois === ici ? (
                <b>{capitale(formatMois(mois.mois))}</b>
              ) : (
                <a class="t" href={lienControle(contexte, mois.mois)}>
                  {capitale(formatMois(mois.mois))}
                </a>
              )}{' '}
              <span class="d">{fr(precisionDuMois(mois))}</span>
            </span>
            <span class={estEnRetard(mois) ? 'w late' : 'w'}>{fr(dateDuMois(mois))}</span>
          </li>
        ))}
    </ul>
    <p class="more">
      <a href={lien(contexte, '/controles')}>Tous les contrôles</a>
    </p>
  </Panneau>
)
