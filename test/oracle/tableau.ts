import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lireCsv } from './lire-csv.ts'
import { normaliserIntitule } from './normaliser.ts'

/** One record of a table: its cells by canonical column, or null when it has not as many fields as the header. */
export type Enregistrement = ReadonlyMap<string, string> | null

interface Tableau {
  readonly colonnes: ReadonlySet<string>
  readonly enregistrements: readonly Enregistrement[]
}

/** A CSV file whose header is its first line that holds every required column; a closing « Total » line is no row. */
export const lireTableau = (fichier: string, connues: readonly string[], requises: readonly string[]): Tableau => {
  const canonique = new Map(connues.map((nom) => [normaliserIntitule(nom), nom]))
  const nommer = (ligne: readonly string[]) => ligne.map((titre) => canonique.get(normaliserIntitule(titre)) ?? null)
  const lignes = lireCsv(readFileSync(fichier, 'utf8'))
  const rangEntete = lignes.findIndex((ligne) => requises.every((nom) => nommer(ligne).includes(nom)))
  if (rangEntete < 0) throw new Error(`${fichier}: aucune ligne ne porte les colonnes ${requises.join(', ')}`)
  const noms = nommer(lignes[rangEntete] ?? [])
  const corps = lignes.slice(rangEntete + 1)
  if (/^\s*total\b/i.test(corps.at(-1)?.[0] ?? '')) corps.pop()
  return {
    colonnes: new Set(noms.filter((nom) => nom !== null)),
    enregistrements: corps.map((ligne) => {
      if (ligne.length !== noms.length) return null
      return new Map(noms.flatMap((nom, i) => (nom === null ? [] : [[nom, ligne[i] ?? ''] as const])))
    }),
  }
}

/** A table that may be absent from the folder. */
export const lireTableauFacultatif = (
  dossier: string,
  nom: string,
  connues: readonly string[],
  requises: readonly string[],
): Tableau | null => {
  const fichier = join(dossier, `${nom}.csv`)
  return existsSync(fichier) ? lireTableau(fichier, connues, requises) : null
}
