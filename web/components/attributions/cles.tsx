import { raw } from 'hono/html'

const APLATS = {
  plein: '<path fill="var(--c-fill)" d="M0 0h12v12H0z"/>',
  pale: '<path fill="var(--seq-2)" d="M0 0h12v12H0z"/>',
  hachure: '<path d="M.5.5h11v11H.5zM0 6l6-6M0 12L12 0M6 12l6-6" fill="none" stroke="var(--c-fill)"/>',
  inconnu: '<path d="M0 6l6-6M0 12L12 0M6 12l6-6" fill="none" stroke="var(--c-muted)"/>',
  moustache: '<path d="M2 .8h8M2 11.2h8M6 .8v10.4" stroke="var(--c-ink)" stroke-width="1.5" fill="none"/>',
  disque: '<circle cx="6" cy="6" r="4.5" fill="var(--c-line)"/>',
  carre: '<path fill="var(--c-line)" d="M1.5 1.5h9v9h-9z"/>',
  ligne: '<path d="M0 6h12" stroke="var(--c-line)" stroke-width="2.5"/>',
  grise: '<path d="M0 6h12" stroke="var(--c-axis)" stroke-width="1.75"/>',
} as const

export interface Aplat {
  readonly aplat: keyof typeof APLATS
  readonly texte: string
}

/** The key of surfaces and marks, seen at every width: no label in the drawing names them. */
export const Aplats = ({ aplats }: { readonly aplats: readonly Aplat[] }) => (
  <ul class="chart-key">
    {aplats.map(({ aplat, texte }) => (
      <li>
        {raw(`<svg class="gl" viewBox="0 0 12 12" aria-hidden="true">${APLATS[aplat]}</svg>`)}
        {texte}
      </li>
    ))}
  </ul>
)

const SEQUENCE = [0, 1, 2, 3, 4, 5, 6, 7]
  .map((rang) => `<rect x="${rang * 14}" width="14" height="10" fill="var(--seq-${rang})"/>`)
  .join('')

/** The scale of the triangle's colours, and what is hatched. */
export const CleTriangle = () => (
  <ul class="chart-key">
    <li>
      {raw(`<svg width="112" height="10" viewBox="0 0 112 10" aria-hidden="true">${SEQUENCE}</svg>`)}
      {'0 à 50\u00a0% et plus de la ligne'}
    </li>
    <li>
      {raw(`<svg class="gl" viewBox="0 0 12 12" aria-hidden="true">${APLATS.inconnu}</svg>`)}
      pas encore connu
    </li>
  </ul>
)
