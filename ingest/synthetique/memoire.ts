import type { Numero } from './calendrier.ts'
import type { Hasard } from './hasard.ts'
import type { Menage } from './menage.ts'

/** A demande that later ones may resemble. */
export interface Souvenir {
  readonly numero: string
  readonly menage: Menage
  readonly enregistrement: Numero
  readonly fin: Numero
  readonly effet: Numero
}

const TAILLE = 4096
const ESSAIS = 40

/** A bounded memory of demandes registered over about two years: one in `pas` is kept, the oldest forgotten. */
export class Memoire {
  private readonly souvenirs: Souvenir[] = []
  private readonly pas: number
  private vus = 0

  constructor(parAn: number) {
    this.pas = Math.max(1, Math.round((parAn * 2) / TAILLE))
  }

  retient(souvenir: Souvenir): void {
    if (this.vus % this.pas === 0) this.souvenirs[(this.vus / this.pas) % TAILLE] = souvenir
    this.vus++
  }

  /** One drawn among those that `convient` accepts, or undefined. */
  cherche(convient: (souvenir: Souvenir) => boolean, hasard: Hasard): Souvenir | undefined {
    for (let i = 0; i < ESSAIS && this.souvenirs.length > 0; i++) {
      const souvenir = hasard.parmi(this.souvenirs)
      if (convient(souvenir)) return souvenir
    }
    return undefined
  }

  /** One still active at `jour` that outlives `fin`, or else the one that lives longest. */
  chercheActif(jour: Numero, fin: Numero, hasard: Hasard): Souvenir | undefined {
    let meilleur: Souvenir | undefined
    for (let i = 0; i < ESSAIS && this.souvenirs.length > 0; i++) {
      const souvenir = hasard.parmi(this.souvenirs)
      if (souvenir.enregistrement >= jour || souvenir.fin <= jour + 40) continue
      if (souvenir.fin >= fin) return souvenir
      if (meilleur === undefined || souvenir.fin > meilleur.fin) meilleur = souvenir
    }
    return meilleur
  }
}
