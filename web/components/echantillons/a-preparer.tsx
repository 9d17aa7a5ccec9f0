import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { EchantillonVu } from '../../echantillon-vue.ts'
import { lien } from '../../liens.ts'
import { Section } from '../blocs.tsx'
import { Icone } from '../sprite.tsx'

interface Props {
  readonly contexte: Contexte
  /** Those that the service sees, its own demandes alone in each. */
  readonly echantillons: readonly EchantillonVu[]
}

/** On a guichet's home: its demandes that were drawn, whose pieces are to be shown; nothing once the samples are closed. */
export const DemandesAPreparer = ({ contexte, echantillons }: Props) => {
  const ouverts = echantillons.filter(({ etat, fiches }) => etat !== 'CLOS' && fiches.length > 0)
  if (ouverts.length === 0) return null
  return (
    <Section id="echantillons" titre="Demandes tirées au sort">
      <ul class="rows">
        {ouverts.map(({ id, fiches, tireLe }) => (
          <li>
            <Icone nom="due" />
            <span>
              <a class="t" href={lien(contexte, `/echantillons/${id}`)}>
                Préparer les pièces des demandes tirées
              </a>{' '}
              <span class="d">
                {fr(
                  `${compte(fiches.length, 'demande')} de votre service : le gestionnaire les relit une par une, sur pièces.`,
                )}
              </span>
            </span>
            <span class="w">{`tirées le ${formatJour(tireLe)}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
