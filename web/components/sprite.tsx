import { raw } from 'hono/html'

/** Shapes of the states (`g-…`) and icons (`i-…`), drawn once a page and used by name. */
const SYMBOLES = [
  '<symbol id="g-ALERTE" viewBox="0 0 12 12"><path fill="currentColor" d="M6 0l6 6-6 6-6-6z"/></symbol>',
  '<symbol id="g-SURVEILLANCE" viewBox="0 0 12 12"><path fill="currentColor" d="M6 .8l6 10.4H0z"/></symbol>',
  '<symbol id="g-NORMAL" viewBox="0 0 12 12"><circle cx="6" cy="6" r="3.6" fill="currentColor"/></symbol>',
  '<symbol id="g-NON_SIGNIFICATIF" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.8"/></symbol>',
  '<symbol id="g-SANS_OBJET" viewBox="0 0 12 12"><path d="M2 6h8" stroke="currentColor" stroke-width="1.8"/></symbol>',
  '<symbol id="i-down" viewBox="0 0 14 14"><path d="M7 1.5v7.8M3.6 6.2L7 9.6l3.4-3.4M2 12.4h10" fill="none" stroke="currentColor" stroke-width="1.5"/></symbol>',
  '<symbol id="i-prev" viewBox="0 0 14 14"><path d="M8.8 2.8L4.6 7l4.2 4.2" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>',
  '<symbol id="i-next" viewBox="0 0 14 14"><path d="M5.2 2.8L9.4 7l-4.2 4.2" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>',
  '<symbol id="i-menu" viewBox="0 0 14 14"><path d="M1.5 3.5h11M1.5 7h11M1.5 10.5h11" stroke="currentColor" stroke-width="1.6"/></symbol>',
  '<symbol id="i-bas" viewBox="0 0 14 14"><path d="M3 5l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>',
  '<symbol id="i-loupe" viewBox="0 0 14 14"><path d="M9.2 9.2l3.6 3.6" stroke="currentColor" stroke-width="1.7"/><circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>',
  '<symbol id="i-ok" viewBox="0 0 14 14"><path d="M2 7.6l3.3 3.2L12 3.6" fill="none" stroke="currentColor" stroke-width="2"/></symbol>',
  '<symbol id="i-due" viewBox="0 0 14 14"><circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M7 3.8V7l2.2 1.6" fill="none" stroke="currentColor" stroke-width="1.5"/></symbol>',
  '<symbol id="i-late" viewBox="0 0 14 14"><circle cx="7" cy="7" r="6.2" fill="currentColor"/><path d="M7 3.4v4.2M7 9.4v1.4" stroke="var(--paper)" stroke-width="1.7"/></symbol>',
  '<symbol id="i-print" viewBox="0 0 14 14"><path d="M3.5 5V1.5h7V5M3.5 10.5H1.8V5h10.4v5.5h-1.7M3.5 8.2h7v4.3h-7z" fill="none" stroke="currentColor" stroke-width="1.3"/></symbol>',
  '<symbol id="i-non" viewBox="0 0 14 14"><path d="M3.2 3.2l7.6 7.6M10.8 3.2l-7.6 7.6" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>',
].join('')

export const Sprite = () => raw(`<svg class="sprite" aria-hidden="true"><defs>${SYMBOLES}</defs></svg>`)

export type NomIcone = 'loupe' | 'down' | 'prev' | 'next' | 'menu' | 'bas' | 'ok' | 'due' | 'late' | 'print' | 'non'

export const Icone = ({ nom, classe = '' }: { readonly nom: NomIcone; readonly classe?: string }) => (
  <svg class={classe === '' ? 'ico' : `ico ${classe}`} viewBox="0 0 14 14" aria-hidden="true">
    <use href={`#i-${nom}`} />
  </svg>
)
