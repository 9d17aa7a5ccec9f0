import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Cellule, Publication, Relation } from './publication.ts'

/** What a total costs to lose beside one of its parts: people look for it, and other tables show it. */
const POIDS_D_UN_TOTAL = 3

/** A crossed table of counts: its parts alone, the totals are made. */
export interface TableauCroise {
  /** What its cells are of: a measure and its date. Two tables of one subject share the cells that they both show. */
  readonly sujet: string
  /** What the columns are: tables by commune and age, and by commune and resources, share the totals by commune. */
  readonly axe: string
  readonly lignes: readonly { readonly cle: string; readonly effectifs: Readonly<Record<string, number>> }[]
  /** Sums of rows that are shown too, from the narrowest to the widest: the EPCI of a commune, then the whole. */
  readonly ensembles: readonly ((cle: string) => string)[]
}

const TOTAL = '*'

export const idDe = (sujet: string, ligne: string, axe: string, colonne: string): string =>
  JSON.stringify(colonne === TOTAL ? [sujet, ligne] : [sujet, ligne, axe, colonne])

/** The id of a row's total. */
export const idTotal = (sujet: string, ligne: string): string => idDe(sujet, ligne, '', TOTAL)

interface Niveau {
  readonly cle: string
  readonly de: readonly string[]
  readonly effectifs: Readonly<Record<string, number>>
}

const cumuler = (lignes: readonly Niveau[]): Readonly<Record<string, number>> => {
  const sommes: Record<string, number> = {}
  for (const { effectifs } of lignes)
    for (const [colonne, n] of Object.entries(effectifs)) sommes[colonne] = (sommes[colonne] ?? 0) + n
  return sommes
}

/** Rows, then their sums at each level; a sum of a single row is that row under another name. */
const niveauxDe = ({ lignes, ensembles }: TableauCroise): Niveau[][] => {
  const niveaux: Niveau[][] = [lignes.map((ligne) => ({ ...ligne, de: [] }))]
  for (const ensembleDe of ensembles) {
    const groupes = grouperPar(niveaux.at(-1) ?? [], ({ cle }) => ensembleDe(cle))
    niveaux.push(
      [...groupes].map(([cle, siennes]) => ({ cle, de: siennes.map((une) => une.cle), effectifs: cumuler(siennes) })),
    )
  }
  return niveaux
}

/** The cells and the sums of linked tables: each row's total, each level's sums, by column and in all. */
export const croiser = (tableaux: readonly TableauCroise[]): Publication => {
  const cellules = new Map<string, Cellule>()
  const relations: Relation[] = []
  for (const tableau of tableaux) {
    const { sujet, axe } = tableau
    const colonnes = [...new Set(tableau.lignes.flatMap(({ effectifs }) => Object.keys(effectifs)))]
    for (const [niveau, lignes] of niveauxDe(tableau).entries())
      for (const { cle, de, effectifs } of lignes) {
        const total = colonnes.reduce((somme, colonne) => somme + (effectifs[colonne] ?? 0), 0)
        const ids = colonnes.map((colonne) => idDe(sujet, cle, axe, colonne))
        for (const [rang, colonne] of colonnes.entries()) {
          const id = ids[rang] ?? ''
          cellules.set(id, { id, valeur: effectifs[colonne] ?? 0, poids: POIDS_D_UN_TOTAL ** Math.min(niveau, 1) })
          if (niveau > 0)
            relations.push({
              termes: [[id, -1], ...de.map((une) => [idDe(sujet, une, axe, colonne), 1] as const)],
            })
        }
        const idDuTotal = idTotal(sujet, cle)
        cellules.set(idDuTotal, { id: idDuTotal, valeur: total, poids: POIDS_D_UN_TOTAL })
        relations.push({ termes: [[idDuTotal, -1], ...ids.map((id) => [id, 1] as const)] })
      }
  }
  return { cellules: [...cellules.values()], relations }
}
