import type { Child } from 'hono/jsx'
import type { LienExport } from '../contexte.ts'
import { Icone } from './sprite.tsx'

export const Exporter = ({ exports }: { readonly exports: readonly LienExport[] }) =>
  exports.length === 0 ? null : (
    <details class="menu">
      <summary class="btn">
        <Icone nom="down" />
        Exporter
      </summary>
      <ul>
        {exports.map(({ libelle, href }) => (
          <li>
            <a href={href}>{libelle}</a>
          </li>
        ))}
      </ul>
    </details>
  )

export interface TeteProps {
  readonly titre: string
  /** Code, category, service: what the thing is, in grey. */
  readonly identite?: string
  readonly exports?: readonly LienExport[]
  /** The page is made to be printed: a button for it, where scripts run. */
  readonly imprimer?: string
  /** The finding, in two lines. */
  readonly children?: Child
}

export const Tete = ({ titre, identite, exports = [], imprimer, children }: TeteProps) => (
  <div class="head">
    <div>
      <h1>{titre}</h1>
      {identite ? <p class="meta">{identite}</p> : null}
    </div>
    {exports.length > 0 || imprimer ? (
      <div class="acts">
        {imprimer ? (
          <button class="btn" type="button" data-imprimer hidden>
            <Icone nom="print" />
            {imprimer}
          </button>
        ) : null}
        <Exporter exports={exports} />
      </div>
    ) : null}
    {children ? <p class="lead">{children}</p> : null}
  </div>
)
