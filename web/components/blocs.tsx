import type { Child } from 'hono/jsx'

interface Bloc {
  readonly id: string
  readonly titre: string
  readonly precision?: Child
  readonly classe?: string
  readonly children?: Child
}

/** A titled part of a page. */
export const Section = ({ id, titre, precision, classe = 'sec', children }: Bloc) => (
  <section class={classe} aria-labelledby={`h-${id}`} id={id}>
    <div class="sec-h">
      <h2 id={`h-${id}`}>{titre}</h2>
      {precision ? <p>{precision}</p> : null}
    </div>
    {children}
  </section>
)

/** A titled block beside a chart: the same rule, the same title. */
export const Panneau = ({ classe = '', ...bloc }: Bloc) => <Section {...bloc} classe={`panel ${classe}`.trim()} />

export interface Fait {
  readonly terme: string
  readonly valeur: Child
}

export const Faits = ({ faits }: { readonly faits: readonly Fait[] }) => (
  <dl class="facts">
    {faits.map(({ terme, valeur }) => (
      <>
        <dt>{terme}</dt>
        <dd>{valeur}</dd>
      </>
    ))}
  </dl>
)

/** A table wider than its column scrolls in a region that has a name and takes the keyboard. */
export const Defilement = ({ nom, children }: { readonly nom: string; readonly children?: Child }) => (
  <section class="scroll" tabindex={0} aria-label={nom}>
    {children}
  </section>
)
