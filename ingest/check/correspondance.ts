import type { Column, Table } from '../contract/column.ts'
import { estEcartee, intitulesConnus, normaliserIntitule } from '../contract/intitules.ts'
import type { Profil } from '../contract/profil.ts'
import { InstantaneRefuse } from '../socle/erreur.ts'
import { direParRang, porteUnNumero, tiennentDesValeurs } from './intitules-meles.ts'

/** Which heading of a file stands for which column of the contract. */
export interface Correspondance {
  /** Column → rank of its heading. */
  readonly rangs: ReadonlyMap<string, number>
  readonly reconnues: Readonly<Record<string, string>>
  readonly ignorees: readonly string[]
  /** Never stored: NIR, free comments, rents. */
  readonly ecartees: readonly string[]
  readonly manquantes: readonly Column[]
  /** A row is among the headings: those not recognised are told by their place, for they may be a household's. */
  readonly melee: boolean
  /** And a number with it. */
  readonly numeroPris: boolean
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
  const ignorees: number[] = []
  const ecartees: number[] = []
  for (const [rang, intitule] of intitules.entries()) {
    const colonne = connus.get(normaliserIntitule(intitule))
    if (estEcartee(intitule)) {
      ecartees.push(rang)
      continue
    }
    if (colonne === undefined) {
      if (intitule.trim() !== '') ignorees.push(rang)
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
      ignorees.push(autre as number)
    } else ignorees.push(rang)
  }
  const autres = [...ignorees, ...ecartees].map((rang) => intitules[rang] ?? '')
  const melee = tiennentDesValeurs(autres)
  const dire = (rang: number): string => (melee ? direParRang(rang) : (intitules[rang] ?? ''))
  return {
    rangs,
    reconnues: Object.fromEntries([...rangs].map(([nom, rang]) => [nom, intitules[rang] ?? ''])),
    ignorees: ignorees.map(dire),
    ecartees: ecartees.map(dire),
    melee,
    numeroPris: autres.some(porteUnNumero),
    manquantes: table.colonnes.filter((colonne) => !rangs.has(colonne.nom)),
  }
}
