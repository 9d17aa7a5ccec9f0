import { decoupage } from '../decoupage.ts'
import type { CelluleComptee } from '../lire-cellules.ts'
import { type Axe, INCONNU } from '../tableau.ts'

/** What the rows of a table by commune are of. */
export type Par = 'COMMUNE' | 'EPCI'

/** The EPCI of a commune; unknown where it has none, or where the commune is. */
const epciConnu = (commune: string): string => decoupage().epciDe(commune) ?? INCONNU

/** The same counts with EPCI in the place of communes. */
export const parEpci = (
  cellules: readonly CelluleComptee[],
  ou: 'cle' | 'croisee' = 'cle',
): readonly CelluleComptee[] => cellules.map((cellule) => ({ ...cellule, [ou]: epciConnu(cellule[ou]) }))

/** The name of an axis' field, and what people read, by commune or by EPCI. */
export const champDe = ({ nom, intitule, communes }: Axe, par: Par): { nom: string; intitule: string } =>
  communes && par === 'EPCI' ? { nom: 'epci', intitule: 'EPCI' } : { nom, intitule }

/** Values met, in order, unknown last. */
const valeursRencontrees = (rencontrees: Iterable<string>): string[] => {
  const autres = [...new Set(rencontrees)].filter((valeur) => valeur !== INCONNU).sort()
  return [...autres, INCONNU]
}

/** The values of an axis: those of its list, else those met. */
export const valeursDe = ({ valeurs }: Pick<Axe, 'valeurs'>, rencontrees: Iterable<string>): readonly string[] =>
  valeurs ?? valeursRencontrees(rencontrees)
