import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { dessinateur } from '../assets.ts'
import type { Dessin } from '../charts/dessin.ts'
import type { Redessin } from '../charts/redessin.ts'
import type { LienExport } from '../contexte.ts'
import { type Jumeau, TableJumelle } from './jumeau.tsx'

/** A line of the key, under the drawing where there is no room to name the lines in it. */
export interface Cle {
  readonly trait: 'seuil' | 'moyenne' | 'limite95' | 'limite998' | 'corrigee' | 'serie1' | 'serie2' | 'serie3'
  readonly texte: string
}

export interface CadreProps {
  /** A sentence that the numbers prove. */
  readonly titre: string
  /** Measure, unit, population or n, period. */
  readonly sousTitre: string
  readonly dessin: Dessin
  /** Where the browser can draw it again, as wide as it is given room. */
  readonly redessin?: Redessin
  readonly cles?: readonly Cle[]
  /** A key that both drawings need. */
  readonly legende?: Child
  readonly note?: string
  readonly source: string
  readonly jumeau: Jumeau
  readonly exports?: readonly LienExport[]
  readonly children?: Child
}

const TRAITS: Readonly<Record<Cle['trait'], string>> = {
  seuil: 'stroke="var(--c-ink)" stroke-width="1.5" stroke-dasharray="7 4"',
  moyenne: 'stroke="var(--c-ref)" stroke-width="1"',
  limite95: 'stroke="var(--c-limit)" stroke-width="1.5" stroke-dasharray="2 3"',
  limite998: 'stroke="var(--c-limit)" stroke-width="1.25"',
  corrigee: 'stroke="var(--c-limit)" stroke-width="1.25" stroke-dasharray="8 3 2 3"',
  serie1: 'stroke="var(--c-line)" stroke-width="2.5"',
  serie2: 'stroke="var(--cat-2)" stroke-width="1.75" stroke-dasharray="6 3"',
  serie3: 'stroke="var(--cat-3)" stroke-width="1.75" stroke-dasharray="2 3"',
}

const ListeCles = ({ cles }: { readonly cles: readonly Cle[] }) => (
  <ul class="chart-key">
    {cles.map(({ trait, texte }) => (
      <li>
        {raw(`<svg class="key-line" viewBox="0 0 22 10" aria-hidden="true"><path d="M0 5h22" ${TRAITS[trait]}/></svg>`)}
        {texte}
      </li>
    ))}
  </ul>
)

/** What is null is left out: the browser takes it for so. */
const attributsDuRedessin = (redessin: Redessin | undefined) =>
  redessin && {
    'data-outils': dessinateur(),
    'data-lignes': redessin.lignes,
    'data-options': JSON.stringify(redessin.options, (_, valeur: unknown) => valeur ?? undefined),
  }

/** A chart: its finding, what it measures, the drawing, its key, its source, and its table. */
export const CadreGraphique = ({ titre, sousTitre, dessin, cles = [], note, source, jumeau, ...p }: CadreProps) => (
  <figure class="chart" {...attributsDuRedessin(p.redessin)}>
    <figcaption>
      <h2 class="chart-title">{titre}</h2>
      <p class="chart-sub">{sousTitre}</p>
    </figcaption>
    <div class="chart-body">
      {p.children}
      <div class="chart-w">{raw(dessin.large)}</div>
      <div class="chart-n">
        {raw(dessin.etroit)}
        {cles.length > 0 ? <ListeCles cles={cles} /> : null}
      </div>
      {p.legende}
    </div>
    {note ? <p class="chart-note">{note}</p> : null}
    <div class="chart-foot">
      <p class="src">{source}</p>
      <TableJumelle jumeau={jumeau} />
      {p.exports && p.exports.length > 0 ? (
        <p class="acts">
          {p.exports.map(({ libelle, href }) => (
            <a href={href}>{libelle}</a>
          ))}
        </p>
      ) : null}
    </div>
  </figure>
)
