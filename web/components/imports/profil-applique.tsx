import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Traduction } from '../../depot.ts'
import { Section } from '../blocs.tsx'

/** What the files were already read with: each translation may be taken away. */
export const ProfilApplique = ({ profil }: { readonly profil: readonly Traduction[] }) =>
  profil.length === 0 ? null : (
    <Section id="profil" titre="Profil appliqué" precision={fr('Cocher ce qu’il ne faut plus traduire')}>
      <ul class="traductions">
        {profil.map(({ cle, texte }) => (
          <li>
            <label class="check">
              <input type="checkbox" name="oter" value={cle} />
              <span>
                <span class="vh">{'Ne plus traduire\u00a0: '}</span>
                {texte}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Section>
  )
