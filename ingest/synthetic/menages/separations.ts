import type { Alea } from '../alea.ts'
import type { Identite } from '../identite.ts'

/** A couple that parts: the one who stays keeps the demande, the other will lodge one that continues it. */
export interface Separation {
  readonly numero: string
  /** Day from which the other may register. */
  readonly pret: number
  /** Day of the first demande's deposit, from which seniority runs for both. */
  readonly depot: number
  readonly fin: number
  /** The couple as it was. */
  readonly identite: Identite
}

/** Share of the couples of which both names are known. */
const PART_DES_COUPLES = 0.03
const JOURS_ENSEMBLE = [60, 420] as const
const JOURS_AVANT_DE_S_INSCRIRE = 60

/** The day on which a couple registered on another will part; 0 for most. */
export const tirerSeparation = (alea: Alea, enregistrement: number, fin: number): number => {
  if (alea.nombre() >= PART_DES_COUPLES) return 0
  const jour = enregistrement + JOURS_ENSEMBLE[0] + Math.floor(alea.attente(JOURS_ENSEMBLE[1]))
  return jour < fin ? jour : 0
}

export const jourDInscription = (alea: Alea, separation: number): number =>
  separation + 3 + alea.entier(JOURS_AVANT_DE_S_INSCRIRE)

/** Those who will register on their own, the first to be ready first. */
export class Separes {
  private readonly attente: Separation[] = []

  ajouter(separation: Separation): void {
    const i = this.attente.findLastIndex(({ pret }) => pret <= separation.pret)
    this.attente.splice(i + 1, 0, separation)
  }

  /** One who is ready on a day; nobody else is given it. */
  suivant(jour: number): Separation | null {
    const [premier] = this.attente
    if (premier === undefined || premier.pret > jour) return null
    this.attente.shift()
    return premier
  }
}
