import { z } from 'zod'

/** How a real extraction's own headings and words map to the contract's. */
const schema = z.object({
  colonnes: z.record(z.string(), z.array(z.string())).optional(),
  valeurs: z.record(z.string(), z.record(z.string(), z.string())).optional(),
})

export interface Profil {
  readonly colonnes?: Readonly<Record<string, readonly string[]>>
  readonly valeurs?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Reads a profile's text; null where it is none. */
export const lireProfil = (texte: string): Profil | null => {
  try {
    const { colonnes, valeurs } = schema.parse(JSON.parse(texte.replace(/^\ufeff/, '')))
    return { ...(colonnes && { colonnes }), ...(valeurs && { valeurs }) }
  } catch {
    return null
  }
}
