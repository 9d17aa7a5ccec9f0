import { type Attaquant, LECTEUR } from './attaquant.ts'
import { LARGEUR, prouver } from './largeur.ts'
import { type Cellule, lireSysteme, type Publication } from './publication.ts'
import { chargerHighs, Solveur } from './solveur.ts'

export interface Bornes {
  readonly min: number
  readonly max: number
  /** Whether five consecutive whole numbers, its true value among them, are each possible. */
  readonly sure: boolean
}

/** Further than any count of households: a cell that goes so far has no bound. */
const SANS_FIN = 1e7

/** What a unit of move costs, so that none is made for nothing. */
const COUT = 1e-3

const avecSolveur = async <T>(
  publication: Publication,
  cachees: Iterable<string>,
  seuil: number,
  attaquant: Attaquant,
  lire: (solveur: Solveur, cellules: readonly (Cellule & { readonly rang: number })[]) => T,
): Promise<T> => {
  const systeme = lireSysteme(publication)
  const cellules = [...cachees].flatMap((id) => {
    const rang = systeme.rangDe.get(id)
    const cellule = systeme.cellules[rang ?? -1]
    return rang === undefined || cellule === undefined ? [] : [{ ...cellule, rang }]
  })
  const solveur = new Solveur(await chargerHighs(), systeme, attaquant, seuil)
  try {
    for (const { rang } of cellules) solveur.poser(rang, COUT)
    return lire(solveur, cellules)
  } finally {
    solveur.fermer()
  }
}

/** What someone can tell of each hidden cell: the least and the most that it may be, solved under all that is published. */
export const bornesDe = (
  publication: Publication,
  cachees: Iterable<string>,
  seuil: number,
  attaquant: Attaquant = LECTEUR,
): Promise<ReadonlyMap<string, Bornes>> =>
  avecSolveur(publication, cachees, seuil, attaquant, (solveur, cellules) => {
    const ecart = (rang: number, sens: 1 | -1) => Math.abs(solveur.pousser(rang, sens, SANS_FIN).get(rang) ?? 0)
    return new Map(
      cellules.map(({ id, valeur, rang }) => {
        const haut = ecart(rang, 1)
        const max = haut === SANS_FIN ? Number.POSITIVE_INFINITY : valeur + haut
        return [id, { min: valeur - ecart(rang, -1), max, sure: prouver(solveur, rang, LARGEUR - 1) !== null }]
      }),
    )
  })

/** The first hidden cell that someone can tell too well; null where each may be any of five values. */
export const premiereExposee = (
  publication: Publication,
  cachees: Iterable<string>,
  seuil: number,
  attaquant: Attaquant = LECTEUR,
): Promise<string | null> =>
  avecSolveur(
    publication,
    cachees,
    seuil,
    attaquant,
    (solveur, cellules) => cellules.find(({ rang }) => prouver(solveur, rang, LARGEUR - 1) === null)?.id ?? null,
  )
