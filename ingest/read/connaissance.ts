import { rapprocher } from '../check/correspondance.ts'
import type { Column, Table } from '../contract/column.ts'
import { intitulesConnus, normaliserIntitule } from '../contract/intitules.ts'
import { lireNumero } from '../contract/numero.ts'
import type { Profil } from '../contract/profil.ts'
import { oterGardes } from './cellule.ts'
import type { Connaissance } from './part.ts'

/** Whether cells read as a record of the table: a numéro unique in its place, else all that is required filled. */
const estEnregistrement =
  (table: Table) =>
  (cellules: readonly string[], roles: readonly (Column | undefined)[]): boolean => {
    const celluleDe = (colonne: Column) => oterGardes(cellules[roles.indexOf(colonne)] ?? '')
    const numero = table.colonnes.find(({ type }) => type === 'numero_unique')
    if (numero !== undefined) return lireNumero(celluleDe(numero)) !== null
    return table.colonnes.filter(({ obligatoire }) => obligatoire).every((colonne) => celluleDe(colonne) !== '')
  }

/** What a file of a table is read with: the headings that the table knows, and which column each stands for. */
export const connaissanceDe = (table: Table, profil: Profil): Connaissance => {
  const connus = intitulesConnus(table, profil.colonnes)
  return {
    connus: [...connus.keys()],
    estConnu: (intitule) => connus.has(normaliserIntitule(intitule)),
    estEnregistrement: estEnregistrement(table),
    rolesDe: (intitules) => {
      const { rangs } = rapprocher(table, intitules, '', profil)
      const parRang = new Map(
        table.colonnes.flatMap((colonne) => {
          const rang = rangs.get(colonne.nom)
          return rang === undefined ? [] : [[rang, colonne] as const]
        }),
      )
      return intitules.map((_, rang) => parRang.get(rang))
    },
  }
}
