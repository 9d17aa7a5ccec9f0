import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import { aideDe } from '../modeles/menu.ts'

/** What helps to read the page, among what the person may open: the statement alone before signing in. */
const Aides = ({ contexte }: { readonly contexte: Contexte | null }) => (
  <nav class="aides" aria-label="Aide">
    <ul>
      {aideDe(contexte).map(({ libelle, chemin }) => (
        <li>
          <a
            href={contexte?.personne ? lien(contexte, chemin) : chemin}
            aria-current={contexte?.chemin === chemin ? 'page' : undefined}
          >
            {libelle}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Where the figures come from, and what helps to read them. */
export const Pied = ({ contexte }: { readonly contexte: Contexte | null }) => (
  <footer class="foot">
    <div class="wrap">
      {contexte?.instantane ? (
        <span>
          {`Source\u00a0: instantané du ${formatJour(contexte.instantane)}`}
          {contexte.calculeLe ? `, calculé le ${formatInstant(contexte.calculeLe)}` : ''}
        </span>
      ) : (
        <span>Infocentre</span>
      )}
      <Aides contexte={contexte} />
      {contexte?.demo ? <span class="end">Données fictives</span> : null}
    </div>
  </footer>
)
