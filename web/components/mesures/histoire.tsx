import { formatInstant } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { MesureVue } from '../../mesure-vue.ts'
import { resumeActe } from '../../modeles/actes-mesure.ts'
import { Section } from '../blocs.tsx'
import { CONSTATENT, Paragraphes } from './contradictoire.tsx'

/** Every act, the latest first, with who did it, and what they wrote where it is not read above. */
export const HistoireMesure = ({ mesure }: { readonly mesure: MesureVue }) => (
  <Section id="histoire" titre="Histoire" precision={fr('Chaque acte est daté et signé ; aucun n’est effacé')}>
    <ol class="steps">
      {mesure.actes.toReversed().map((acte) => (
        <li id={`acte-${acte.id}`}>
          <strong>{fr(resumeActe(acte))}</strong>
          <span class="d">{fr(`Le ${formatInstant(acte.le)}, par ${acte.par}.`)}</span>
          {acte.acte === 'REPONDRE' || CONSTATENT.includes(acte.acte) ? null : <Paragraphes texte={acte.texte} />}
        </li>
      ))}
    </ol>
  </Section>
)
