import { formatInstant, formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { EvenementVue } from '../../registre-vue.ts'
import { Section } from '../blocs.tsx'
import { Changements } from './changements.tsx'

/** All that was done of a service, the latest first: who, when, which fields. */
export const HistoireDuService = ({ evenements }: { readonly evenements: readonly EvenementVue[] }) => (
  <Section id="histoire" titre="Histoire" precision={fr('Chaque changement est daté et signé ; aucun n’est effacé')}>
    <ol class="steps">
      {evenements.map(({ titre, jour, texte, changements, par, le }) => (
        <li>
          <strong>{fr(jour === null ? titre : `${titre}, le ${formatJour(jour)}`)}</strong>
          <span class="d">{fr(`Écrit le ${formatInstant(le)}, par ${par}.`)}</span>
          {texte === '' ? null : <p class="ecrit">{fr(texte)}</p>}
          <Changements changements={changements} />
        </li>
      ))}
    </ol>
  </Section>
)
