import type { Highs, Model } from 'highs'
import type { Attaquant } from './attaquant.ts'
import type { Systeme } from './publication.ts'

/** What one unit of the move that is asked for brings: more than all that it may cost. */
const RECOMPENSE = 1e6

/** Under this, a solution's value is the whole number beside it; whether it is is then checked in whole numbers. */
const BRUIT = 1e-5

const PRIMAL = 4

/** How far each cell moves from its true value to another that is as possible: whole numbers, zeros left out. */
export type Mouvement = ReadonlyMap<number, number>

let charge: Promise<Highs> | undefined

/** HiGHS, compiled to WebAssembly: loaded once, at the first use. */
export const chargerHighs = (): Promise<Highs> => {
  // The package's types are those of its CommonJS build; its ES build is the loader itself.
  charge ??= import('highs').then(({ default: charger }) => (charger as unknown as typeof charger.default)())
  return charge
}

/** The possible moves of hidden cells, as a linear programme kept from one question to the next. Each cell has two columns: up, down. */
export class Solveur {
  private readonly systeme: Systeme
  private readonly model: Model
  private readonly permis: readonly (readonly [bas: number, haut: number])[]
  private readonly couts: (number | null)[]
  private readonly entier: 1

  constructor(highs: Highs, systeme: Systeme, { bornes }: Attaquant, seuil: number) {
    this.systeme = systeme
    this.entier = highs.constants.variableType.integer
    this.permis = systeme.cellules.map(({ valeur }) => {
      const [min, max] = bornes(valeur, seuil)
      return [valeur - min, max - valeur]
    })
    this.couts = systeme.cellules.map(() => null)
    const numCols = 2 * systeme.cellules.length
    const numRows = systeme.min.length
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const colonne of systeme.colonnes)
      for (const signe of [1, -1]) {
        for (const [ligne, coefficient] of colonne) {
          indices.push(ligne)
          values.push(signe * coefficient)
        }
        starts.push(indices.length)
      }
    const zeros = new Float64Array(numCols)
    this.model = highs.createModel({
      ...{ numCols, numRows, colCost: zeros, colLower: zeros, colUpper: zeros },
      rowLower: systeme.min.map((borne) => Math.max(borne, -highs.infinity)),
      rowUpper: systeme.max.map((borne) => Math.min(borne, highs.infinity)),
      matrix: { format: 'csc', numRows, numCols, starts, indices, values },
    })
    // From a move of nothing, always possible, the primal simplex goes to the next answer in a few steps.
    this.model.options.set({
      ...{ output_flag: false, presolve: 'off', solver: 'choose', simplex_strategy: PRIMAL },
      ...{ mip_rel_gap: 0, mip_abs_gap: 1e-6, primal_feasibility_tolerance: 1e-9 },
    })
  }

  /** Lets a cell move, at a cost by unit; null keeps it where it is, as what is published does. */
  poser(cellule: number, cout: number | null): void {
    if (this.couts[cellule] === cout) return
    this.couts[cellule] = cout
    const [bas, haut] = this.permis[cellule] ?? [0, 0]
    this.borner(cellule, cout === null ? 0 : haut, cout === null ? 0 : bas)
    this.model.changeColCost(2 * cellule, cout ?? 0)
    this.model.changeColCost(2 * cellule + 1, cout ?? 0)
  }

  private borner(cellule: number, haut: number, bas: number): void {
    this.model.changeColBounds(2 * cellule, 0, haut)
    this.model.changeColBounds(2 * cellule + 1, 0, bas)
  }

  /** The cheapest move of all cells that brings one up, or down, as far as it can go and no further than asked. */
  pousser(cellule: number, sens: 1 | -1, loin: number): Mouvement {
    const [bas, haut] = this.permis[cellule] ?? [0, 0]
    const jusque = Math.min(loin, sens > 0 ? haut : bas)
    const cout = this.couts[cellule] ?? null
    if (jusque <= 0 || cout === null) return new Map()
    const colonne = 2 * cellule + (sens > 0 ? 0 : 1)
    this.borner(cellule, sens > 0 ? jusque : 0, sens > 0 ? 0 : jusque)
    this.model.changeColCost(colonne, cout - RECOMPENSE)
    try {
      return this.resoudre() ?? this.resoudreEnEntiers()
    } finally {
      this.borner(cellule, haut, bas)
      this.model.changeColCost(colonne, cout)
    }
  }

  private resoudreEnEntiers(): Mouvement {
    const toutes = { kind: 'range', from: 0, to: 2 * this.couts.length - 1 } as const
    this.model.changeColsIntegrality(toutes, new Int32Array(2 * this.couts.length).fill(this.entier))
    try {
      return this.resoudre() ?? new Map()
    } finally {
      this.model.clearIntegrality()
    }
  }

  /** Null where the solution is not of whole numbers, or where it is not one. */
  private resoudre(): Mouvement | null {
    this.model.run()
    const { colValue } = this.model.getSolution()
    const pas = new Map<number, number>()
    for (const [cellule, cout] of this.couts.entries()) {
      if (cout === null) continue
      const exact = (colValue[2 * cellule] ?? 0) - (colValue[2 * cellule + 1] ?? 0)
      const entier = Math.round(exact)
      if (Math.abs(exact - entier) > BRUIT) return null
      if (entier !== 0) pas.set(cellule, entier)
    }
    return this.estPossible(pas) ? pas : null
  }

  /** Whether hidden cells may move so: checked in whole numbers, whatever the solver says. */
  estPossible(pas: Mouvement): boolean {
    const sommes = new Map<number, number>()
    for (const [cellule, de] of pas) {
      const [bas, haut] = this.permis[cellule] ?? [0, 0]
      if (this.couts[cellule] === null) return false
      if (de > haut || -de > bas) return false
      for (const [ligne, coefficient] of this.systeme.colonnes[cellule] ?? [])
        sommes.set(ligne, (sommes.get(ligne) ?? 0) + coefficient * de)
    }
    const { min, max } = this.systeme
    return [...sommes].every(([ligne, somme]) => somme >= (min[ligne] ?? 0) && somme <= (max[ligne] ?? 0))
  }

  fermer(): void {
    this.model.dispose()
  }
}
