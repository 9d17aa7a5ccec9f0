import type { Publication } from '../../../reports/suppression/publication.ts'

/** What a reader has: relations, published values, and which cells are hidden. Values of hidden cells are one table among the possible. */
interface Lue {
  readonly relations: readonly { readonly ids: readonly string[]; readonly coefficient: ReadonlyMap<string, number> }[]
  readonly relationsDe: ReadonlyMap<string, readonly number[]>
  readonly cachees: ReadonlySet<string>
}

const lire = ({ relations }: Publication, cachees: ReadonlySet<string>): Lue => {
  const relationsDe = new Map<string, number[]>()
  const lues = relations.map(({ termes }, rang) => {
    const ids = termes.map(([id]) => id).filter((id) => cachees.has(id))
    for (const id of ids) relationsDe.set(id, [...(relationsDe.get(id) ?? []), rang])
    return { ids, coefficient: new Map(termes) }
  })
  return { relations: lues, relationsDe, cachees }
}

/**
 * A step from one possible table to another, each cell moving by one at most: a relation out of balance is put right by
 * one of its other hidden cells, until none is. No solver: a search of every way, the shortest first.
 */
const chercherPas = (
  lue: Lue,
  table: ReadonlyMap<string, number>,
  depart: string,
  sens: number,
): Map<string, number> | null => {
  let essais = 20_000
  const pas = new Map<string, number>()
  const ecarts = new Map<number, number>()
  const bouger = (id: string, de: number, fois: 1 | -1): void => {
    for (const rang of lue.relationsDe.get(id) ?? [])
      ecarts.set(rang, (ecarts.get(rang) ?? 0) + fois * de * (lue.relations[rang]?.coefficient.get(id) ?? 0))
  }
  const suivre = (reste: number): boolean => {
    const faux = [...ecarts].find(([, ecart]) => ecart !== 0)
    if (faux === undefined) return true
    if (reste === 0 || essais-- <= 0) return false
    const [rang, ecart] = faux
    const { ids = [], coefficient } = lue.relations[rang] ?? {}
    for (const id of ids) {
      if (pas.has(id)) continue
      const de = -Math.sign(ecart) * Math.sign(coefficient?.get(id) ?? 0)
      // Zeros are published: what is hidden is one at least.
      if ((table.get(id) ?? 0) + de < 1) continue
      pas.set(id, de)
      bouger(id, de, 1)
      if (suivre(reste - 1)) return true
      bouger(id, de, -1)
      pas.delete(id)
    }
    return false
  }
  if ((table.get(depart) ?? 0) + sens < 1) return null
  pas.set(depart, sens)
  bouger(depart, sens, 1)
  for (const profondeur of [4, 8, 14, 30]) if (suivre(profondeur)) return pas
  return null
}

/** How many consecutive values a hidden cell is seen to take, up to so many, in tables built one from the other. */
export const valeursVues = (
  publication: Publication,
  cachees: ReadonlySet<string>,
  assez: number,
): Map<string, number> => {
  const lue = lire(publication, cachees)
  const vraie = new Map(publication.cellules.map(({ id, valeur }) => [id, valeur]))
  const compter = (id: string): number => {
    let vues = 1
    for (const sens of [1, -1]) {
      const table = new Map(vraie)
      for (;;) {
        const pas = vues < assez ? chercherPas(lue, table, id, sens) : null
        if (pas === null) break
        for (const [autre, de] of pas) table.set(autre, (table.get(autre) ?? 0) + de)
        vues++
      }
    }
    return vues
  }
  return new Map([...cachees].map((id) => [id, compter(id)]))
}
