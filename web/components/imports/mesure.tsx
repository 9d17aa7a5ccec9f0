import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ExamenVu } from '../../depot.ts'
import { Section } from '../blocs.tsx'

/** What such snapshots would measure, month after month. */
export const Mesure = ({ examen }: { readonly examen: ExamenVu }) => {
  const { mesurables, manques } = examen
  const prives = manques.reduce((n, { indicateurs }) => n + indicateurs.length, 0)
  return (
    <Section
      id="mesure"
      titre="Ce qui sera mesurable"
      precision={`${compte(mesurables, 'indicateur')} sur ${mesurables + prives}`}
    >
      {prives === 0 ? null : <p class="hint">{fr('Ce qui manque, et les indicateurs qui en sont privés :')}</p>}
      {prives === 0 ? (
        <p class="hint">{fr('Tous les indicateurs peuvent être mesurés.')}</p>
      ) : (
        <dl class="facts remarks">
          {manques.map(({ manque, indicateurs }) => (
            <>
              <dt>{manque}</dt>
              <dd>{indicateurs.join(', ')}</dd>
            </>
          ))}
        </dl>
      )}
    </Section>
  )
}
