import type { Dessin } from './dessin.ts'

const dessines = new WeakMap<object, Map<string, Dessin>>()

/** Draws once what is drawn of the same rows: they are read once too, until an import changes them. */
export const drawOnce = (lignes: object, cle: string, draw: () => Dessin): Dessin => {
  const connus = dessines.get(lignes) ?? new Map<string, Dessin>()
  dessines.set(lignes, connus)
  const dessin = connus.get(cle) ?? draw()
  connus.set(cle, dessin)
  return dessin
}
