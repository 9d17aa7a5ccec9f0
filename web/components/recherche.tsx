import type { Contexte } from '../contexte.ts'

interface Props {
  readonly contexte: Contexte
  readonly question: string
  /** Tells apart the fields of two forms of a page. */
  readonly prefixe: string
}

/** Looks for guichets, services, indicators, pages and words; what is asked stands in the address. */
export const FormulaireRecherche = ({ contexte, question, prefixe }: Props) => (
  <search>
    <form class="recherche" method="get" action="/recherche">
      {Object.entries({ territoire: contexte.territoire, mois: contexte.mois }).map(([nom, valeur]) =>
        valeur === null ? null : <input type="hidden" name={nom} value={valeur} />,
      )}
      <label class="vh" for={`q-${prefixe}`}>
        Rechercher
      </label>
      <input
        class="input"
        id={`q-${prefixe}`}
        type="search"
        name="q"
        value={question}
        maxlength={100}
        autocomplete="off"
        placeholder="Guichet, indicateur, mot…"
      />
      <button class="btn" type="submit">
        Rechercher
      </button>
    </form>
  </search>
)
