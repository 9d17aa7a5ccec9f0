import { formatInstant } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ActeVu } from '../../habilitation-vue.ts'
import { Section } from '../blocs.tsx'

/** Every act, the latest first, with who did it. */
export const Histoire = ({ actes }: { readonly actes: readonly ActeVu[] }) => (
  <Section id="histoire" titre="Histoire" precision={fr('Chaque acte est daté et signé ; aucun n’est effacé')}>
    <ol class="steps">
      {actes.toReversed().map(({ libelle, precision, texte, par, le }) => (
        <li>
          <strong>{libelle}</strong>
          {precision === '' ? null : fr(` : ${precision}`)}
          <span class="d">{fr(`Le ${formatInstant(le)}, par ${par}.`)}</span>
          {texte === '' ? null : <p>{fr(texte)}</p>}
        </li>
      ))}
    </ol>
  </Section>
)
