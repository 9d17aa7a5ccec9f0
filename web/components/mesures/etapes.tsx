import { formatJourDe } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { MesureVue } from '../../mesure-vue.ts'
import { resumeActe } from '../../modeles/actes-mesure.ts'
import { type EtapeVue, etapesDe } from '../../modeles/mesures.ts'
import { Section } from '../blocs.tsx'

const Etape = ({ etape: { libelle, place, actes } }: { readonly etape: EtapeVue }) => (
  <li class={place} aria-current={place === 'ici' ? 'step' : undefined}>
    <h3>{libelle}</h3>
    {actes.length === 0 ? (
      <p class="d">{place === 'avenir' ? 'Pas encore.' : 'Rien de noté.'}</p>
    ) : (
      <ul>
        {actes.map((acte) => (
          <li>
            <time datetime={acte.le.slice(0, 10)}>{formatJourDe(acte.le).slice(0, 5)}</time>
            <span>{fr(`${resumeActe(acte)}.`)}</span>
          </li>
        ))}
      </ul>
    )}
  </li>
)

/** The three steps side by side: what is done, where the measure stands, what is to come. */
export const Etapes = ({ mesure }: { readonly mesure: MesureVue }) => (
  <Section id="etapes" titre="Les trois étapes">
    <ol class="pas">
      {etapesDe(mesure).map((etape) => (
        <Etape etape={etape} />
      ))}
    </ol>
  </Section>
)
