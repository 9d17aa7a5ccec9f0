import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Correspondance, rapprocher } from './check/correspondance.ts'
import { type PartVerifiee, rejeterRepetitions, verifierPart } from './check/lignes.ts'
import { intitulesConnus, normaliserIntitule } from './contract/intitules.ts'
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
    const connus = intitulesConnus(table, profil.colonnes)
    const parts: TableLue['parts'][number][] = []
    for (const chemin of chemins) {
      rang += 1
      const estConnu = (intitule: string) => connus.has(normaliserIntitule(intitule))
      const part = await lirePart({ connection, dossierTemporaire, estConnu, rang }, basename(chemin), chemin)
      const correspondance = rapprocher(table, part.intitules, part.fichier.nom, profil)
      const requises = correspondance.manquantes.filter((colonne) => colonne.obligatoire)
      if (requises.length > 0)
        throw new InstantaneRefuse(
          'COLONNE_ABSENTE',
          `La colonne ${requises.map(({ nom }) => nom).join(', ')} manque dans ${part.fichier.nom} : corriger le fichier, ou choisir un profil d’import (--profil).`,
          { colonnes: requises.map(({ nom }) => nom) },
        )
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
