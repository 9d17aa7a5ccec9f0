import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import type { ServiceVue } from '../../registre-vue.ts'
import { Section } from '../blocs.tsx'
import { Icone } from '../sprite.tsx'
import { lienService } from './table-services.tsx'

/** On a guichet's home: its sheet of the register waits to be confirmed. Nothing where it does not. */
export const FicheAConfirmer = ({
  contexte,
  service,
}: {
  readonly contexte: Contexte
  readonly service: ServiceVue | null
}) => {
  if (service === null || !service.attendu || service.confirmation.etat !== 'ATTENDUE') return null
  const { annee, relanceLe } = service.confirmation
  return (
    <Section id="fiche" titre="Votre fiche au registre">
      <ul class="rows">
        <li>
          <Icone nom="due" />
          <span>
            <a class="t" href={lienService(contexte, service.service)}>
              Confirmer la fiche de l’année
            </a>{' '}
            <span class="d">
              {fr(
                `Adresses, horaires, interlocuteur : rien n’a changé, ou des corrections.${relanceLe === null ? '' : ` Relance du ${formatJour(relanceLe)}.`}`,
              )}
            </span>
          </span>
          <span class="w">{`avant le ${formatJour(enJour(`${annee}-12-31`))}`}</span>
        </li>
      </ul>
    </Section>
  )
}
