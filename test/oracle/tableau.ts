import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lireCsv } from './lire-csv.ts'
import { normaliserIntitule } from './normaliser.ts'

/** One record of a table: its cells by canonical column. */
export interface Enregistrement {
  readonly cellules: ReadonlyMap<string, string>
  /** Its extra fields are not all empty, or it is a last line that was cut. */
  readonly decale: boolean
  readonly complete: boolean
  readonly allonge: boolean
  /** The last of its file, and it begins with « Total ». */
  readonly total: boolean
}

interface Tableau {
  readonly colonnes: ReadonlySet<string>
  readonly enregistrements: readonly Enregistrement[]
}

/** A CSV file whose header is its first line that holds every required column. */
export const lireTableau = (fichier: string, connues: readonly string[], requises: readonly string[]): Tableau => {
  const canonique = new Map(connues.map((nom) => [normaliserIntitule(nom), nom]))
  const nommer = (ligne: readonly string[]) => ligne.map((titre) => canonique.get(normaliserIntitule(titre)) ?? null)
  const texte = readFileSync(fichier, 'utf8')
  const lignes = lireCsv(texte)
  const rangEntete = lignes.findIndex((ligne) => requises.every((nom) => nommer(ligne).includes(nom)))
  if (rangEntete < 0) throw new Error(`${fichier}: aucune ligne ne porte les colonnes ${requises.join(', ')}`)
  const noms = nommer(lignes[rangEntete] ?? [])
  const corps = lignes.slice(rangEntete + 1)
  const sansFin = !/[\r\n]$/.test(texte)
  return {
    colonnes: new Set(noms.filter((nom) => nom !== null)),
    enregistrements: corps.map((ligne, rang) => {
      const derniere = rang === corps.length - 1
      const complete = ligne.length < noms.length
      return {
        cellules: new Map(noms.flatMap((nom, i) => (nom === null ? [] : [[nom, ligne[i] ?? ''] as const]))),
        decale: ligne.slice(noms.length).some((champ) => champ.trim() !== '') || (complete && derniere && sansFin),
        complete,
        allonge: ligne.length > noms.length,
        total: derniere && /^total\b/i.test(ligne.find((champ) => champ.trim() !== '')?.trim() ?? ''),
      }
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
