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

/** Matches headings with columns; of two headings for one column, the first in the order of known headings is read. */
export const rapprocher = (
  table: Table,
  intitules: readonly string[],
  nomFichier: string,
  profil: Profil = {},
): Correspondance => {
  const connus = intitulesConnus(table, profil.colonnes)
  const ordre = new Map([...connus.keys()].map((cle, i) => [cle, i]))
  const placeDe = (intitule: string) => ordre.get(normaliserIntitule(intitule)) ?? ordre.size
  const rangs = new Map<string, number>()
  const ignorees: string[] = []
  const ecartees: string[] = []
  for (const [rang, intitule] of intitules.entries()) {
    const colonne = connus.get(normaliserIntitule(intitule))
    if (estEcartee(intitule)) {
      ecartees.push(intitule)
      continue
    }
    if (colonne === undefined) {
      if (intitule.trim() !== '') ignorees.push(intitule)
      continue
    }
    const autre = rangs.get(colonne.nom)
    const autreIntitule = autre === undefined ? undefined : intitules[autre]
    if (autreIntitule === undefined) rangs.set(colonne.nom, rang)
    else if (placeDe(intitule) === placeDe(autreIntitule))
      throw new InstantaneRefuse(
        'INTITULE_REPETE',
        `Dans ${nomFichier}, deux colonnes donnent « ${colonne.nom} » (« ${autreIntitule} » et « ${intitule} ») : n’en garder qu’une.`,
        { colonne: colonne.nom },
      )
    else if (placeDe(intitule) < placeDe(autreIntitule)) {
      rangs.set(colonne.nom, rang)
      ignorees.push(autreIntitule)
    } else ignorees.push(intitule)
  }
  return {
    rangs,
    reconnues: Object.fromEntries([...rangs].map(([nom, rang]) => [nom, intitules[rang] ?? ''])),
    ignorees,
    ecartees,
    manquantes: table.colonnes.filter((colonne) => !rangs.has(colonne.nom)),
  }
}
