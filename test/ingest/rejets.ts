import { readFileSync } from 'node:fs'

/** A line of a rejects file, by its headings. */
export type Rejet = Readonly<Record<'fichier' | 'ligne' | 'raison' | 'colonne' | 'valeur' | 'numero_unique', string>>

/** Reads a rejects file, or the `.csv` beside a workbook of rejects, whose cells hold neither separators nor line ends. */
export const lireRejets = (chemin: string): Rejet[] => {
  const texte = readFileSync(chemin.replace(/\.xlsx$/, '.csv'), 'utf8')
  if (!texte.startsWith('\ufeff')) throw new Error('Le fichier des rejets n’a pas de BOM')
  const [entete = '', ...lignes] = texte.slice(1).trimEnd().split('\n')
  const noms = entete.split(';')
  return lignes.map((ligne) => Object.fromEntries(ligne.split(';').map((valeur, i) => [noms[i], valeur])) as Rejet)
}
