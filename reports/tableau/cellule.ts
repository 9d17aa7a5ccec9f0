import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { estJour } from '../../ingest/socle/jour.ts'
import { enJson } from './json.ts'
import type { ColonneTableau, TypeColonne } from './tableau.ts'

/** A cell as its column's type promises it: texts, days and moments as text; null where there is nothing. */
export type Cellule = string | number | boolean | null

const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/

const texte = (valeur: unknown): string => (typeof valeur === 'object' ? enJson(valeur) : String(valeur))

const nombre = (valeur: unknown): number | null | undefined => {
  const lu = typeof valeur === 'bigint' ? Number(valeur) : valeur
  if (typeof lu !== 'number') return undefined
  return Number.isFinite(lu) ? lu : null
}

const entier = (valeur: unknown): number | null | undefined => {
  const lu = nombre(valeur)
  return typeof lu === 'number' && !Number.isSafeInteger(lu) ? undefined : lu
}

const jour = (valeur: unknown): string | undefined =>
  typeof valeur === 'string' && estJour(valeur) ? valeur : undefined

const moment = (valeur: unknown): string | undefined => {
  if (typeof valeur !== 'string' || !estJour(MOMENT.exec(valeur)?.[1] ?? '')) return undefined
  const lu = valeur.replace('T', ' ')
  return lu.length === 16 ? `${lu}:00` : lu
}

const booleen = (valeur: unknown): boolean | undefined => (typeof valeur === 'boolean' ? valeur : undefined)

const LECTURES: Readonly<Record<TypeColonne, (valeur: unknown) => Cellule | undefined>> = {
  texte,
  entier,
  nombre,
  part: nombre,
  jours: nombre,
  jour,
  moment,
  booleen,
  json: enJson,
}

type Lisible = Pick<ColonneTableau<Record<string, unknown>>, 'nom' | 'type' | 'montrer'>

/** Reads a value as its column promises it; a value that is not of the column's type stops the export. */
export const lireCellule = (valeur: unknown, { nom, type, montrer }: Lisible): Cellule => {
  if (valeur === null || valeur === undefined) return null
  const lue = LECTURES[type](montrer ? montrer(valeur) : valeur)
  if (lue === undefined)
    throw new ErreurInfocentre(
      'CELLULE_MAL_TYPEE',
      `L’export s’est arrêté : la colonne « ${nom} » attend le type ${type} et a reçu « ${String(valeur)} ».`,
      { colonne: nom, type },
    )
  return lue
}
