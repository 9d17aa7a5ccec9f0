import { z } from 'zod'
import { InstantaneRefuse } from '../socle/erreur.ts'
import type { Column } from './column.ts'
import { normaliserCode } from './intitules.ts'
import { TABLES } from './tables.ts'

/** How a real extraction's own headings and words map to the contract's. */
const schema = z.object({
  colonnes: z.record(z.string(), z.array(z.string())).optional(),
  valeurs: z.record(z.string(), z.record(z.string(), z.string())).optional(),
})

export interface Profil {
  readonly colonnes?: Readonly<Record<string, readonly string[]>>
  readonly valeurs?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const COLONNES: readonly Column[] = TABLES.flatMap(({ colonnes }): readonly Column[] => colonnes)

const refuser = (quoi: string): never => {
  throw new InstantaneRefuse('PROFIL_INCONNU', `Dans le profil d’import, ${quoi} : corriger le profil.`)
}

const exigerColonne = (nom: string): readonly Column[] => {
  const colonnes = COLONNES.filter((colonne) => colonne.nom === nom)
  return colonnes.length > 0 ? colonnes : refuser(`« ${nom} » n’est pas une colonne du contrat`)
}

/** A profile's value leads to a code of the column, to OUI or NON for a boolean, or to nothing. */
const mene = (valeur: string, { type, codes = [] }: Column): boolean =>
  valeur === '' || (type === 'booleen' ? ['OUI', 'NON'] : codes).includes(normaliserCode(valeur))

/**
 * Reads a profile's text; null where it is none.
 *
 * @throws InstantaneRefuse that names a misspelt key, or a column or code that the contract lacks.
 */
export const lireProfil = (texte: string): Profil | null => {
  let brut: unknown
  try {
    brut = JSON.parse(texte.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
  if (typeof brut !== 'object' || brut === null || Array.isArray(brut)) return null
  for (const cle of Object.keys(brut))
    if (cle !== 'colonnes' && cle !== 'valeurs') refuser(`« ${cle} » n’est ni « colonnes » ni « valeurs »`)
  const lu = schema.safeParse(brut)
  if (!lu.success) return null
  const { colonnes, valeurs } = lu.data
  for (const nom of Object.keys(colonnes ?? {})) exigerColonne(nom)
  for (const [nom, traductions] of Object.entries(valeurs ?? {})) {
    const possibles = exigerColonne(nom)
    for (const valeur of Object.values(traductions))
      if (!possibles.some((colonne) => mene(valeur, colonne))) refuser(`« ${valeur} » n’est pas un code de « ${nom} »`)
  }
  return { ...(colonnes && { colonnes }), ...(valeurs && { valeurs }) }
}
