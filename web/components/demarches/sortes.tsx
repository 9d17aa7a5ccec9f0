import type { Child } from 'hono/jsx'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { cheminDeLaSorte } from '../../demarches/mots.ts'
import type { SorteDemarche } from '../../demarches/sorte.ts'
import { lien } from '../../liens.ts'

interface Props {
  readonly contexte: Contexte
  readonly sortes: readonly SorteDemarche[]
  /** What is known already, that the form is to begin with. */
  readonly saisie?: Readonly<Record<string, string>>
  /** What the list stands under: the page's own title, or a section's. */
  readonly sous: 'PAGE' | 'SECTION'
}

const Titre = ({ sous, children }: Pick<Props, 'sous'> & { readonly children?: Child }) =>
  sous === 'PAGE' ? <h2>{children}</h2> : <h3>{children}</h3>

/** What can be asked, in plain words; a form is begun by a link, or with what is known by a button. */
export const SortesOffertes = ({ contexte, sortes, saisie = {}, sous }: Props) => {
  const connues = Object.entries(saisie).filter(([, valeur]) => valeur !== '')
  return (
    <ul class="sortes">
      {sortes.map(({ code, titre, quand }) => (
        <li>
          {connues.length === 0 ? (
            <Titre sous={sous}>
              <a href={lien(contexte, cheminDeLaSorte(code))}>{titre}</a>
            </Titre>
          ) : (
            <form method="post" action={lien(contexte, '/demarches/preparer')}>
              {connues.map(([nom, valeur]) => (
                <input type="hidden" name={nom} value={valeur} />
              ))}
              <button class="btn" type="submit" name="sorte" value={code}>
                {titre}
              </button>
            </form>
          )}
          <p class="d">{fr(quand)}</p>
        </li>
      ))}
    </ul>
  )
}
