import { Alea } from '../../../ingest/synthetic/alea.ts'
import { croiser, idTotal, type TableauCroise } from '../../../reports/suppression/croiser.ts'
import type { Publication } from '../../../reports/suppression/publication.ts'

const entier = (alea: Alea, min: number, max: number): number => min + Math.floor(alea.nombre() * (max - min + 1))

/** Counts as communes have them: many of nothing, many small, few large. */
export const effectif = (alea: Alea): number => {
  const u = alea.nombre()
  if (u < 0.12) return 0
  if (u < 0.4) return entier(alea, 1, 11)
  return Math.round(12 * Math.exp(3 * alea.nombre()))
}

export interface Taille {
  readonly communes: readonly [number, number]
  readonly colonnes: readonly [number, number]
  readonly tables: readonly [number, number]
}

export const PETITE: Taille = { communes: [2, 6], colonnes: [2, 4], tables: [1, 2] }

const entre = (alea: Alea, [min, max]: readonly [number, number]): number => entier(alea, min, max)

/** The same households told by communes, EPCI and territory, and by one or two other fields. */
export const tableauxAuHasard = (alea: Alea, taille: Taille, sujet = 'S'): TableauCroise[] => {
  const communes = Array.from({ length: entre(alea, taille.communes) }, (_, i) => `c${i}`)
  const parEpci = entier(alea, 2, 5)
  const epciDe = (cle: string): string => `e${Math.floor(Number(cle.slice(1)) / parEpci)}`
  const ensembles = [epciDe, () => 'territoire'].slice(entier(alea, 0, 1))
  const colonnes = entre(alea, taille.colonnes)
  const premier = communes.map((cle) => ({
    cle,
    effectifs: Object.fromEntries(Array.from({ length: colonnes }, (_, k) => [`k${k}`, effectif(alea)])),
  }))
  const tableaux = [{ sujet, axe: 'a0', lignes: premier, ensembles }]
  for (let t = 1; t < entre(alea, taille.tables); t++) {
    const autres = entre(alea, taille.colonnes)
    tableaux.push({ sujet, axe: `a${t}`, lignes: premier.map((ligne) => repartir(alea, ligne, autres)), ensembles })
  }
  return tableaux
}

/** The same row's households, by another field. */
const repartir = (
  alea: Alea,
  { cle, effectifs }: { readonly cle: string; readonly effectifs: Readonly<Record<string, number>> },
  colonnes: number,
) => {
  let reste = Object.values(effectifs).reduce((somme, n) => somme + n, 0)
  const parts: [string, number][] = []
  for (let k = 0; k < colonnes; k++) {
    const part = k === colonnes - 1 ? reste : Math.floor(reste * alea.nombre() ** 2)
    parts.push([`m${k}`, part])
    reste -= part
  }
  return { cle, effectifs: Object.fromEntries(parts) }
}

export const jeuAuHasard = (graine: number, taille: Taille = PETITE): Publication =>
  croiser(tableauxAuHasard(new Alea(graine, 'suppression'), taille))

/** Two months of one table, and, by commune, what came and went between them: stock + entries − exits = next stock. */
export const moisAuHasard = (graine: number): { premier: Publication; second: Publication } => {
  const alea = new Alea(graine, 'mois')
  const [table] = tableauxAuHasard(alea, { ...PETITE, tables: [1, 1] }, 'S0')
  if (table === undefined) throw new Error('aucun tableau')
  const somme = (n: Readonly<Record<string, number>>) => Object.values(n).reduce((a, b) => a + b, 0)
  const suite = {
    ...table,
    sujet: 'S',
    lignes: table.lignes.map(({ cle, effectifs }) => ({
      cle,
      effectifs: Object.fromEntries(
        Object.entries(effectifs).map(([k, n]) => [k, Math.max(0, n + entier(alea, -3, 3))]),
      ),
    })),
  }
  const premier = croiser([table])
  const apres = croiser([suite])
  const flux = suite.lignes.map(({ cle, effectifs }, i) => {
    const sorties = entier(alea, 0, Math.min(20, somme(table.lignes[i]?.effectifs ?? {})))
    const entrees = somme(effectifs) - somme(table.lignes[i]?.effectifs ?? {}) + sorties
    const tout = Math.max(0, -entrees)
    return { cle, entrees: entrees + tout, sorties: sorties + tout }
  })
  return {
    premier,
    second: {
      cellules: [
        ...apres.cellules,
        ...flux.flatMap(({ cle, entrees, sorties }) => [
          { id: `+${cle}`, valeur: entrees },
          { id: `-${cle}`, valeur: sorties },
        ]),
      ],
      relations: [
        ...apres.relations,
        ...flux.map(({ cle }) => ({
          termes: [
            [idTotal('S0', cle), 1],
            [`+${cle}`, 1],
            [`-${cle}`, -1],
            [idTotal('S', cle), -1],
          ] as const,
        })),
      ],
    },
  }
}
