import { type Attaquant, estPetit, INITIE, LECTEUR } from './attaquant.ts'
import { Etat } from './etat.ts'
import { LARGEUR } from './largeur.ts'
import { proteger } from './proteger.ts'
import { lireSysteme, type Publication } from './publication.ts'
import { ameliorer, remettre } from './remettre.ts'
import { chargerHighs } from './solveur.ts'

export type Masque = 'PRIMAIRE' | 'SECONDAIRE' | 'ANTERIEUR'

export interface Suppression {
  /** What is not to be published, by id. People see one mark: which cell is hidden for itself is not told. */
  readonly masquees: ReadonlyMap<string, Masque>
  /**
   * Hidden cells that too much is already known of, whatever is hidden now, with how many values they keep: what was
   * published earlier tells them.
   */
  readonly compromises: ReadonlyMap<string, number>
}

export interface Reglages {
  /** Counts from 1 to this number, included, are hidden. */
  readonly seuil: number
  /** From whom each hidden cell is protected, as far as what is out already allows. The one who knows most comes first. */
  readonly attaquants?: readonly Attaquant[]
  /** How many times the choice is gone through again to lose less. */
  readonly tours?: number
}

const ATTAQUANTS: readonly Attaquant[] = [INITIE, LECTEUR]

const TOURS = 1

const masqueDe = (etat: Etat, rang: number, seuil: number): Masque => {
  const cellule = etat.systeme.cellules[rang]
  if (cellule?.deja === 'CACHEE') return 'ANTERIEUR'
  return cellule !== undefined && estPetit(cellule.valeur, seuil) ? 'PRIMAIRE' : 'SECONDAIRE'
}

const direChoix = (etat: Etat, seuil: number): Suppression => {
  const id = (rang: number): string => etat.systeme.cellules[rang]?.id ?? ''
  // What only the best informed can narrow is no leak: it is what they knew that tells it.
  const compromises = etat.obligees.flatMap((rang) => {
    const besoin = Math.max(...etat.attaques.map((attaque) => etat.besoinDe(attaque, rang)))
    return besoin < LARGEUR - 1 ? [[id(rang), besoin + 1] as const] : []
  })
  return {
    masquees: new Map(etat.cachees().map((rang) => [id(rang), masqueDe(etat, rang, seuil)])),
    compromises: new Map(compromises),
  }
}

/**
 * What to hide of a publication: every count from 1 to the threshold, and as few others as found, so that each hidden
 * count may still be any of five consecutive whole numbers for who knows all that is published. Zeros are published.
 */
export const masquer = async (
  publication: Publication,
  { seuil, attaquants = ATTAQUANTS, tours = TOURS }: Reglages,
): Promise<Suppression> => {
  const etat = new Etat(await chargerHighs(), lireSysteme(publication), seuil, attaquants)
  try {
    proteger(etat, etat.obligees)
    remettre(etat)
    ameliorer(etat, tours)
    return direChoix(etat, seuil)
  } finally {
    etat.fermer()
  }
}
