import { deMois, formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { capitale } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { finMois, type Mois } from '../../ingest/socle/jour.ts'
import { finFenetre } from '../../ingest/socle/regles/fenetre.ts'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien, lienIci } from '../liens.ts'

/** Any page asked for a month without figures. */
export interface MoisSansChiffresProps {
  readonly contexte: Contexte
  /** The month asked for. */
  readonly mois: Mois
  /** `INSTANTANE_ABSENT`: no snapshot within ten days of its end; `EN_COURS`: the month is not over. */
  readonly raison: 'INSTANTANE_ABSENT' | 'EN_COURS'
}

/** The month with figures nearest to the one asked for, the earlier first. */
const proche = (mois: Mois, disponibles: readonly Mois[]): Mois | undefined =>
  disponibles.filter((m) => m < mois).at(-1) ?? disponibles.find((m) => m > mois)

const expliquer = (mois: Mois, raison: MoisSansChiffresProps['raison']): string => {
  const fin = finMois(mois)
  const jusqua = formatJour(finFenetre(mois))
  return raison === 'EN_COURS'
    ? `Le mois ${deMois(formatMois(mois))} est en cours : il sera calculé avec un instantané du ${formatJour(fin)} au ${jusqua}.`
    : `Aucun instantané du ${formatJour(fin)} au ${jusqua} : ce mois n’a pas pu être calculé. Un instantané qui arrive en retard le complète.`
}

export const MoisSansChiffres = ({ contexte, mois, raison }: MoisSansChiffresProps) => {
  const autre = proche(mois, contexte.moisDisponibles)
  return (
    <Page contexte={contexte} titre="Mois sans chiffres">
      <Tete titre={`${capitale(formatMois(mois))}\u00a0: pas de chiffres`}>{fr(expliquer(mois, raison))}</Tete>
      <p class="acts">
        {autre ? (
          <a class="btn main" href={lienIci(contexte, { mois: autre })}>
            {`Voir ${formatMois(autre)}`}
          </a>
        ) : null}
        <a class="btn" href={lien(contexte, '/imports')}>
          Charger un instantané
        </a>
      </p>
    </Page>
  )
}
