import type { ResultatRequete } from '../../web/requetes.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { Note, Tableau } from './tableau.ts'

/** A row of a free query, by the names of its columns. */
export type LigneRequete = Readonly<Record<string, unknown>>

export const colonnesRequete = ({ colonnes }: Pick<ResultatRequete, 'colonnes'>) =>
  colonnes.map(({ nom, type }) => ({ nom, intitule: nom, type }))

export const lignesRequete = ({ colonnes, lignes }: Pick<ResultatRequete, 'colonnes' | 'lignes'>): LigneRequete[] =>
  lignes.map((ligne) => Object.fromEntries(colonnes.map(({ nom }, i) => [nom, ligne[i] ?? null])))

/** The result of a free query, to be kept: its text is told with it. */
export const tableauRequete = (
  resultat: ResultatRequete,
  titre: string,
  texte: string,
  provenance: Provenance,
): Tableau<LigneRequete> => ({
  titre,
  colonnes: colonnesRequete(resultat),
  lignes: lignesRequete(resultat),
  notes: [
    ...notesDe(provenance),
    ['Requête', texte],
    ...(resultat.coupe
      ? [['Lignes', `les ${resultat.lignes.length} premières : il y en a d’autres`] satisfies Note]
      : []),
  ],
})
