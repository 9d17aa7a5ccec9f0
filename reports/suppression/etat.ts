import type { Highs } from 'highs'
import { type Attaquant, estPetit } from './attaquant.ts'
import { LARGEUR, prouver } from './largeur.ts'
import type { Systeme } from './publication.ts'
import { type Mouvement, Solveur } from './solveur.ts'

/** A hidden cell's move costs next to nothing, so that what shows one protected goes through few others. */
const COUT_CACHEE = 1e-3

/** Among as many cells lost, the smaller ones: under one cell in all. */
const PART_DE_L_EFFECTIF = 1e-2

/** One attacker, what protects each hidden cell from it, and how many values each must keep beside the true one. */
export interface Attaque {
  /** Where hidden cells alone move: what is protected. */
  readonly ferme: Solveur
  /** Where those that may still be hidden move too, at what they cost: what would protect. */
  readonly ouvert: Solveur
  readonly preuves: Map<number, readonly Mouvement[]>
  readonly besoins: Map<number, number>
}

/** A choice of hidden cells that is being made, with its solvers: `fermer` gives their memory back. */
export class Etat {
  readonly systeme: Systeme
  readonly attaques: readonly Attaque[]
  /** What has to be hidden: small, or hidden earlier. */
  readonly obligees: readonly number[]
  readonly secondaires = new Set<number>()
  private readonly libres: ReadonlySet<number>
  private readonly couts: readonly number[]

  constructor(highs: Highs, systeme: Systeme, seuil: number, attaquants: readonly Attaquant[]) {
    this.systeme = systeme
    const rangs = [...systeme.cellules.entries()]
    this.obligees = rangs.flatMap(([rang, { valeur, deja }]) =>
      deja === 'CACHEE' || (deja === undefined && estPetit(valeur, seuil)) ? [rang] : [],
    )
    this.libres = new Set(
      rangs.flatMap(([rang, { valeur, deja }]) => (deja === undefined && valeur > seuil ? [rang] : [])),
    )
    const plus = Math.max(1, ...systeme.cellules.map(({ valeur }) => valeur))
    this.couts = systeme.cellules.map(({ valeur, poids = 1 }) => poids + (PART_DE_L_EFFECTIF * valeur) / plus)
    this.attaques = attaquants.map((attaquant) => ({
      ferme: new Solveur(highs, systeme, attaquant, seuil),
      ouvert: new Solveur(highs, systeme, attaquant, seuil),
      preuves: new Map(),
      besoins: new Map(),
    }))
    for (const rang of this.obligees) this.ouvrir(rang)
    for (const rang of this.libres) this.publier(rang)
  }

  private ouvrir(rang: number): void {
    for (const { ferme, ouvert } of this.attaques) {
      ferme.poser(rang, COUT_CACHEE)
      ouvert.poser(rang, COUT_CACHEE)
    }
  }

  cacher(rang: number): void {
    this.secondaires.add(rang)
    this.ouvrir(rang)
  }

  publier(rang: number): void {
    this.secondaires.delete(rang)
    for (const { ferme, ouvert, preuves } of this.attaques) {
      ferme.poser(rang, null)
      ouvert.poser(rang, this.coutDe(rang))
      preuves.delete(rang)
    }
  }

  /** Keeps one published whatever happens, until it may be hidden again. */
  interdire(rang: number, interdite: boolean): void {
    for (const { ouvert } of this.attaques) ouvert.poser(rang, interdite ? null : this.coutDe(rang))
  }

  coutDe(rang: number): number {
    return this.couts[rang] ?? 1
  }

  /** Of the cells that a move goes through, those that are not hidden yet. */
  nouvelles(mouvements: readonly Mouvement[]): number[] {
    const touchees = new Set(mouvements.flatMap((mouvement) => [...mouvement.keys()]))
    return [...touchees].filter((rang) => this.libres.has(rang) && !this.secondaires.has(rang))
  }

  cout(rangs: Iterable<number>): number {
    let somme = 0
    for (const rang of rangs) somme += this.coutDe(rang)
    return somme
  }

  /** Every hidden cell. */
  cachees(): number[] {
    return [...this.obligees, ...this.secondaires]
  }

  besoinDe({ besoins }: Attaque, rang: number): number {
    return besoins.get(rang) ?? LARGEUR - 1
  }

  /** Whether a cell is protected by what is hidden; if so, why is kept. */
  estProtegee(attaque: Attaque, rang: number): boolean {
    if (attaque.preuves.has(rang)) return true
    const besoin = this.besoinDe(attaque, rang)
    const preuve = this.preuveDAutrui(attaque, rang) ?? prouver(attaque.ferme, rang, besoin)
    if (preuve === null) return false
    attaque.preuves.set(rang, preuve)
    this.partager(attaque, preuve)
    return true
  }

  /** What protects a cell from who knows more protects it too, if it is possible for both. */
  private preuveDAutrui(attaque: Attaque, rang: number): readonly Mouvement[] | undefined {
    return this.attaques
      .filter((autre) => autre !== attaque && this.besoinDe(autre, rang) === LARGEUR - 1)
      .map(({ preuves }) => preuves.get(rang))
      .find((preuve) => preuve?.every((mouvement) => attaque.ferme.estPossible(mouvement)))
  }

  /** A move by so many equal steps shows as much of every cell that it moves by one at a step. */
  private partager({ preuves }: Attaque, [mouvement, autre]: readonly Mouvement[]): void {
    if (mouvement === undefined || autre !== undefined) return
    const pas = [...mouvement.values()].map(Math.abs)
    if (!pas.every((un) => un % (LARGEUR - 1) === 0)) return
    for (const [rang, de] of mouvement)
      if (Math.abs(de) === LARGEUR - 1 && !preuves.has(rang)) preuves.set(rang, [mouvement])
  }

  fermer(): void {
    for (const { ferme, ouvert } of this.attaques) {
      ferme.fermer()
      ouvert.fermer()
    }
  }
}
