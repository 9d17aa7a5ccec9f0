import type { Column, Table } from '../contract/column.ts'
import { estEcartee, intitulesConnus, normaliserIntitule } from '../contract/intitules.ts'
import type { Profil } from '../contract/profil.ts'
import { InstantaneRefuse } from '../socle/erreur.ts'

/** Which heading of a file stands for which column of the contract. */
export interface Correspondance {
  /** Column → rank of its heading. */
  readonly rangs: ReadonlyMap<string, number>
  readonly reconnues: Readonly<Record<string, string>>
  readonly ignorees: readonly string[]
  /** Never stored: NIR, free comments, rents. */
  readonly ecartees: readonly string[]
  readonly manquantes: readonly Column[]
}

const precision = (intitule: string, colonne: Column): number => {
  const cle = normaliserIntitule(intitule)
  if (cle === normaliserIntitule(colonne.nom)) return 2
  return cle === normaliserIntitule(colonne.libelle) ? 1 : 0
}

/** Matches headings with columns; two headings for one column are refused, unless one of them is the column's own name. */
export const rapprocher = (
  table: Table,
  intitules: readonly string[],
  nomFichier: string,
  profil: Profil = {},
): Correspondance => {
  const connus = intitulesConnus(table, profil.colonnes)
  const rangs = new Map<string, number>()
  const ignorees: string[] = []
  const ecartees: string[] = []
  for (const [rang, intitule] of intitules.entries()) {
    const colonne = connus.get(normaliserIntitule(intitule))
    if (estEcartee(intitule)) ecartees.push(intitule)
    else if (colonne === undefined) {
      if (intitule.trim() !== '') ignorees.push(intitule)
    } else {
      const autre = rangs.get(colonne.nom)
      const autreIntitule = autre === undefined ? undefined : intitules[autre]
      if (autreIntitule === undefined) rangs.set(colonne.nom, rang)
      else if (precision(intitule, colonne) === precision(autreIntitule, colonne))
        throw new InstantaneRefuse(
          'INTITULE_REPETE',
          `Dans ${nomFichier}, deux colonnes donnent « ${colonne.nom} » (« ${autreIntitule} » et « ${intitule} ») : n’en garder qu’une.`,
          { colonne: colonne.nom },
        )
      else if (precision(intitule, colonne) > precision(autreIntitule, colonne)) {
        rangs.set(colonne.nom, rang)
        ignorees.push(autreIntitule)
      } else ignorees.push(intitule)
    }
  }
  return {
    rangs,
    reconnues: Object.fromEntries([...rangs].map(([nom, rang]) => [nom, intitules[rang] ?? ''])),
    ignorees,
    ecartees,
    manquantes: table.colonnes.filter((colonne) => !rangs.has(colonne.nom)),
  }
}
