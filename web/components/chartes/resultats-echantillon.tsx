import { formatIntervalle, formatJour, formatPart } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { Section } from '../blocs.tsx'

/** What a sample found of one of its questions. */
export interface ResultatDEchantillon {
  readonly question: string
  /** When it was drawn. */
  readonly le: Jour
  readonly conformes: number
  readonly verifies: number
  /** Interval of the share that conforms, 0 to 1. */
  readonly ic_bas: number
  readonly ic_haut: number
}

/** What samples found of the rules of the dossier unique, the latest first; how to have some where there are none. */
export const ResultatsDEchantillon = ({ resultats }: { readonly resultats: readonly ResultatDEchantillon[] }) => (
  <Section id="echantillon" titre="Ce que montrent les échantillons">
    {resultats.length === 0 ? (
      <p class="empty">
        {fr(
          'Aucun échantillon n’a encore porté sur le dossier unique : son résultat se lira ici, question par question.',
        )}
      </p>
    ) : (
      <ul class="rows">
        {resultats.map(({ question, le, conformes, verifies, ic_bas, ic_haut }) => (
          <li>
            <span>
              <span class="t">{fr(question)}</span>{' '}
              <span class="d">
                {fr(
                  `${formatPart(verifies === 0 ? null : conformes / verifies)}, ${conformes} sur ${verifies} ; entre ${formatIntervalle('part', ic_bas, ic_haut)}`,
                )}
              </span>
            </span>
            <span class="w">{formatJour(le)}</span>
          </li>
        ))}
      </ul>
    )}
  </Section>
)
