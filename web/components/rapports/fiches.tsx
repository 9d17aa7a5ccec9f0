import { formatMois } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { Section } from '../blocs.tsx'

export interface GuichetAFicher {
  readonly code: string
  readonly libelle: string
}

const LienFiche = ({
  contexte,
  guichet: { code, libelle },
}: {
  readonly contexte: Contexte
  readonly guichet: GuichetAFicher
}) => (
  <a class="btn" href={lien(contexte, `/guichets/${code}/fiche.pdf`)} download>
    Fiche du mois (PDF)
    <span class="vh">{fr(` : ${libelle}`)}</span>
  </a>
)

/** The sheets of the month, guichet by guichet. */
export const FichesDesGuichets = ({
  contexte,
  mois,
  guichets,
}: {
  readonly contexte: Contexte
  readonly mois: Mois
  readonly guichets: readonly GuichetAFicher[]
}) => (
  <Section
    id="fiches"
    titre="Fiches des guichets"
    precision={fr('Faites quand on les demande, avec les demandes à corriger ; jamais gardées')}
  >
    <details class="twin">
      <summary>{fr(`Voir les ${guichets.length} guichets de ${formatMois(mois)}`)}</summary>
      <ul class="petit fiches">
        {guichets.map((guichet) => (
          <li>
            <a href={lien(contexte, `/guichets/${guichet.code}`)}>{fr(guichet.libelle)}</a>{' '}
            <LienFiche contexte={contexte} guichet={guichet} />
          </li>
        ))}
      </ul>
    </details>
  </Section>
)
