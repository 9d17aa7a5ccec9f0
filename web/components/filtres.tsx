import type { Child } from 'hono/jsx'
import type { Contexte } from '../contexte.ts'

interface FormulaireProps {
  readonly contexte: Contexte
  readonly action: string
  /** What it chooses, for who hears it. */
  readonly nom: string
  /** What the address says besides, kept from one choice to the next. */
  readonly garde: Readonly<Record<string, string>>
  readonly children?: Child
}

/** The filters of a list: what is chosen goes in the address, with the territory and the month. */
export const FormulaireDeFiltres = ({ contexte, action, nom, garde, children }: FormulaireProps) => (
  <form class="filters" method="get" action={action} aria-label={nom}>
    {Object.entries({ territoire: contexte.territoire, mois: contexte.mois, ...garde }).map(([cle, valeur]) =>
      valeur === null ? null : <input type="hidden" name={cle} value={valeur} />,
    )}
    {children}
    <div class="field">
      <button class="btn" type="submit">
        Appliquer
      </button>
    </div>
  </form>
)

interface FiltreProps {
  readonly nom: string
  readonly libelle: string
  /** The choice that leaves nothing out. */
  readonly tous: string
  readonly options: readonly (readonly [code: string, libelle: string])[]
  readonly valeur: string | null
  /** For options of several words. */
  readonly ample?: boolean
}

/** One among several, or all. */
export const FiltreParmi = ({ nom, libelle, tous, options, valeur, ample = false }: FiltreProps) => (
  <div class={ample ? 'field ample' : 'field'}>
    <label for={`f-${nom}`}>{libelle}</label>
    <select id={`f-${nom}`} name={nom}>
      <option value="">{tous}</option>
      {options.map(([code, mots]) => (
        <option value={code} selected={code === valeur}>
          {mots}
        </option>
      ))}
    </select>
  </div>
)
