import { raw } from 'hono/html'
import { courbe } from '../charts/courbe.ts'

export interface ChiffreCle {
  readonly libelle: string
  readonly valeur: string
  /** One line of comparison. */
  readonly comparaison: string
  readonly courbe: readonly (number | null)[]
  readonly href?: string
}

/** A band of figures, each with its 25 months. A rise is neither good nor bad in itself: no colour, no arrow. */
export const ChiffresCles = ({ chiffres }: { readonly chiffres: readonly ChiffreCle[] }) => (
  <dl class={`kpis k${chiffres.length}`}>
    {chiffres.map(({ libelle, valeur, comparaison, courbe: valeurs, href }) => (
      <div class="kpi">
        <dt>{href ? <a href={href}>{libelle}</a> : libelle}</dt>
        <dd class="v">{valeur}</dd>
        <dd class="d">{comparaison}</dd>
        <dd class="c">{raw(courbe(valeurs, { largeur: 200, hauteur: 36 }))}</dd>
      </div>
    ))}
  </dl>
)
