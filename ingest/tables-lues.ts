import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Correspondance, rapprocher } from './check/correspondance.ts'
import { type PartVerifiee, rejeterRepetitions, verifierPart } from './check/lignes.ts'
import { contexteLecture } from './contexte-lecture.ts'
import type { Column } from './contract/column.ts'
import type { Profil } from './contract/profil.ts'
import { type NomTable, TABLES } from './contract/tables.ts'
import type { Entree } from './entree.ts'
import { lirePart } from './read/lire-part.ts'
import type { Part } from './read/part.ts'
import { InstantaneRefuse } from './socle/erreur.ts'

/** A table of a snapshot whose form is known: its files, and which heading stands for which column. */
export interface TableLue {
  readonly nom: NomTable
  readonly parts: readonly { readonly part: Part; readonly correspondance: Correspondance }[]
  readonly empreinte: string
}

/** A heading broken over two lines: what the last cell of the headings and the first cell under them make together. */
const intituleCoupe = ({ intitules, texte }: Part, estConnu: (intitule: string) => boolean): string | null => {
  const dernier = intitules.at(-1) ?? ''
  const entier = `${dernier} ${texte?.dessous[0] ?? ''}`.trim()
  return texte !== undefined && !estConnu(dernier) && estConnu(entier) ? entier : null
}

const SANS_NUMERO =
  'les extractions avec le numéro unique demandent le profil de l’infocentre national « concepteur, univers détaillé avec NUD », ouvert aux gestionnaires et aux services de l’État (les autres ont « sans NUD »)'

const refuserColonnesAbsentes = (
  part: Part,
  requises: readonly Column[],
  estConnu: (intitule: string) => boolean,
): never => {
  const colonnes = requises.map(({ nom }) => nom)
  const { nom } = part.fichier
  const coupe = intituleCoupe(part, estConnu)
  if (coupe !== null)
    throw new InstantaneRefuse(
      'INTITULE_COUPE',
      `Dans ${nom}, l’intitulé « ${coupe} » tient sur deux lignes : le remettre sur une seule, ou entre guillemets.`,
      { colonnes },
    )
  const numero = colonnes.includes('numero_unique') ? ` ; ${SANS_NUMERO}` : ''
  throw new InstantaneRefuse(
    'COLONNE_ABSENTE',
    `La colonne ${colonnes.join(', ')} manque dans ${nom}${numero} : corriger le fichier, ou choisir un profil d’import (--profil).`,
    { colonnes },
  )
}

/** Reads the form of every table: headings matched, nothing typed yet. */
export const lireTables = async (
  connection: DuckDBConnection,
  entree: Entree,
  dossierTemporaire: string,
  profil: Profil,
): Promise<TableLue[]> => {
  const lues: TableLue[] = []
  let rang = 0
  for (const table of TABLES) {
    const chemins = entree.fichiers.get(table.nom) ?? []
    if (chemins.length === 0) continue
    const parts: TableLue['parts'][number][] = []
    for (const chemin of chemins) {
      rang += 1
      const contexte = contexteLecture(table, profil, { connection, dossierTemporaire, rang })
      const part = await lirePart(contexte, basename(chemin), chemin)
      const correspondance = rapprocher(table, part.intitules, part.fichier.nom, profil)
      const requises = correspondance.manquantes.filter((colonne) => colonne.obligatoire)
      if (requises.length > 0) refuserColonnesAbsentes(part, requises, contexte.estConnu)
      parts.push({ part, correspondance })
    }
    const empreintes = parts.map(({ part }) => part.fichier.empreinte)
    const [seule] = empreintes
    lues.push({
      nom: table.nom,
      parts,
      empreinte:
        empreintes.length === 1 && seule !== undefined
          ? seule
          : createHash('sha256').update(empreintes.join('\n')).digest('hex'),
    })
  }
  return lues
}

const tableDe = (nom: NomTable) => {
  const table = TABLES.find((candidate) => candidate.nom === nom)
  if (table === undefined) throw new RangeError(nom)
  return table
}

/** Types and judges every row of a table, into `verifiees_<table>`. */
export const verifierTable = async (
  connection: DuckDBConnection,
  { nom, parts }: TableLue,
  profil: Profil,
): Promise<PartVerifiee[]> => {
  const verifiees: PartVerifiee[] = []
  for (const { part, correspondance } of parts)
    verifiees.push(await verifierPart(connection, tableDe(nom), part, correspondance, profil.valeurs ?? {}))
  if (nom === 'demandes') await rejeterRepetitions(connection, nom, 'numero_unique', 'NUMERO_UNIQUE_REPETE')
  if (nom === 'guichets') await rejeterRepetitions(connection, nom, 'code', 'CODE_REPETE')
  return verifiees
}
