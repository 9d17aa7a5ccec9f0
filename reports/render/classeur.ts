import { fr } from '../../ingest/socle/francais/typographie.ts'
import { type Bloc, type CelluleDeTable, type DocumentEcrit, lireTexte, type TableDuDocument } from '../document.ts'
import type { Classeur } from '../tableau/feuilles.ts'
import type { ColonneTableau, Note, Tableau, TypeColonne } from '../tableau/tableau.ts'
import { direPied } from './pied.ts'

/** What a cell holds: its figure, else what it says. A figure that is not told keeps the words that say so. */
const valeurDe = (cellule: CelluleDeTable | undefined): unknown => {
  if (cellule === undefined) return null
  if ('dit' in cellule && cellule.chiffre !== null) return cellule.chiffre
  return lireTexte(cellule)
    .map(({ texte }) => texte)
    .join('')
}

const typeDe = (cellule: CelluleDeTable | undefined): TypeColonne =>
  cellule !== undefined && 'dit' in cellule && cellule.chiffre !== null ? cellule.type : 'texte'

/** A table of a document as spreadsheets take it: figures as numbers, with the format of what they are. */
const enTableau = ({ titre, feuille, colonnes, lignes }: TableDuDocument): Tableau<Record<string, unknown>> => ({
  titre: feuille ?? titre,
  colonnes: colonnes.map(
    ({ intitule, enClair }, i): ColonneTableau<Record<string, unknown>> => ({
      nom: String(i),
      intitule: enClair ?? intitule,
      type: 'texte',
      typer: (rangee) => (rangee.types as TypeColonne[])[i] ?? 'texte',
    }),
  ),
  lignes: lignes.map((cellules) => ({
    ...Object.fromEntries(cellules.map((cellule, i) => [String(i), valeurDe(cellule)])),
    types: colonnes.map((_, i) => typeDe(cellules[i])),
  })),
})

const tablesDe = (blocs: readonly Bloc[]): TableDuDocument[] =>
  blocs.flatMap((bloc) => (bloc.sorte === 'table' ? [bloc] : bloc.sorte === 'paire' ? tablesDe(bloc.blocs) : []))

const reperesDe = (blocs: readonly Bloc[]): Note[] =>
  blocs.flatMap((bloc) =>
    bloc.sorte === 'reperes'
      ? bloc.chiffres.map(
          ({ libelle, valeur, precision }): Note => [libelle, precision === '' ? valeur : `${valeur} (${precision})`],
        )
      : [],
  )

const sourcesDe = (tables: readonly TableDuDocument[]): Note[] =>
  tables.flatMap(({ titre, note }): Note[] => (note === '' ? [] : [[titre, note]]))

/** The tables of a document as a workbook: a sheet each, after one that says what it is, of what, and from where. */
export const enClasseur = (document: DocumentEcrit): Classeur => {
  const tables = tablesDe(document.blocs)
  return {
    titre: document.titre,
    notes: [
      ...(document.surtitre === undefined ? [] : [['Document', document.surtitre.join(' · ')] as const]),
      ...(document.sousTitre === '' ? [] : [['Objet', document.sousTitre] as const]),
      ['Origine', direPied(document.pied)],
      ...reperesDe(document.blocs),
      ...sourcesDe(tables),
      [
        'Valeurs',
        fr('Une part est une fraction affichée en %, un délai est en jours. Une cellule vide n’est pas un zéro.'),
      ],
    ],
    tableaux: tables.map(enTableau),
  }
}
