import type { Column, Table } from '../contract/column.ts'

/** Which columns reject a row for which reason; what else is unreadable is a warning. */
export const reglesDe = (colonnes: readonly Column[]) => {
  const obligatoires = colonnes.filter((c) => c.obligatoire && c.type !== 'numero_unique')
  return {
    numero: colonnes.find((c) => c.type === 'numero_unique'),
    dates: colonnes.filter((c) => c.type === 'date' || c.type === 'mois'),
    /** A required code that is not empty but unknown is CODE_INCONNU, not a missing value. */
    obligatoires,
    codes: colonnes.filter(
      (c) => c.rejetSiInconnu || c.format || (c.obligatoire && (c.type === 'siren' || c.type === 'entier')),
    ),
  }
}

/** The columns whose unreadable values are counted, in the order of their bits. */
export const colonnesAvertissables = (table: Table): readonly Column[] => {
  const { numero, dates, codes } = reglesDe(table.colonnes)
  const rejetantes = new Set([numero, ...dates, ...codes])
  return table.colonnes.filter((c) => !rejetantes.has(c) && c.type !== 'texte' && c.type !== 'guichet')
}

/** A filled code outside its list has a value of its own, and is a warning; another unreadable value is null. */
export const peutEtreHorsListe = ({ type, rejetSiInconnu }: Column): boolean => type === 'code' && !rejetSiInconnu

/** Columns where too many unreadable values refuse the snapshot: words that a profile would map. An identifier's are faults to measure. */
export const aTolerance = ({ type }: Column): boolean =>
  type === 'code' || type === 'insee' || type === 'nombre' || type === 'entier' || type === 'booleen'

/** Columns whose unreadable values the report lists. */
export const aLister = ({ type }: Column): boolean => type === 'code' || type === 'insee' || type === 'booleen'
