import { type Attaquant, LECTEUR } from './attaquant.ts'
import { courir, LARGEUR } from './largeur.ts'
import { lireSysteme, type Publication } from './publication.ts'
import { chargerHighs, Solveur } from './solveur.ts'

export interface Bornes {
  readonly min: number
  readonly max: number
  /** Whether five consecutive whole numbers, its true value among them, are each possible. */
  readonly sure: boolean
}

/** Further than any count of households: a cell that goes so far has no bound. */
const SANS_FIN = 1e7

/** What someone can tell of each hidden cell: the least and the most that it may be, solved under all that is published. */
export const bornesDe = async (
  publication: Publication,
  cachees: Iterable<string>,
  seuil: number,
  attaquant: Attaquant = LECTEUR,
): Promise<ReadonlyMap<string, Bornes>> => {
  const systeme = lireSysteme(publication)
  const rangs = [...cachees].map((id) => systeme.rangDe.get(id)).filter((rang) => rang !== undefined)
  const solveur = new Solveur(await chargerHighs(), systeme, attaquant, seuil)
  try {
    for (const rang of rangs) solveur.poser(rang, 1e-3)
    return new Map(
      rangs.map((rang) => {
        const { id = '', valeur = 0 } = systeme.cellules[rang] ?? {}
        const [haut, bas] = ([1, -1] as const).map((sens) =>
          Math.abs(solveur.pousser(rang, sens, SANS_FIN).get(rang) ?? 0),
        )
        const vues = ([1, -1] as const).map((sens) => courir(solveur, rang, sens, LARGEUR - 1).longueur)
        return [
          id,
          {
            min: valeur - (bas ?? 0),
            max: haut === SANS_FIN ? Number.POSITIVE_INFINITY : valeur + (haut ?? 0),
            sure: (vues[0] ?? 0) + (vues[1] ?? 0) >= LARGEUR - 1,
          },
        ]
      }),
    )
  } finally {
    solveur.fermer()
  }
}
