import type { Atelier } from './dessin.ts'

let atelier: Promise<Atelier> | undefined

/** What draws on the server, loaded when a page first needs a chart. One window serves every drawing: none keeps anything in it. */
export const openAtelier = (): Promise<Atelier> => {
  atelier ??= Promise.all([import('@observablehq/plot'), import('jsdom')]).then(([Plot, { JSDOM }]) => ({
    Plot,
    document: new JSDOM('').window.document,
  }))
  return atelier
}
