import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Column } from '../../../ingest/contract/column.ts'
import { TABLES } from '../../../ingest/contract/tables.ts'
import { texteDemande } from '../../../reports/modele/demande-extraction.ts'
import { writeClasseur } from '../../../reports/tableau/classeur.ts'
import type { TypeColonne } from '../../../reports/tableau/tableau.ts'
import type { Environnement } from '../environnement.ts'

const FORMES: Readonly<Record<Column['type'], string>> = {
  texte: 'texte',
  numero_unique: '18 caractères',
  guichet: 'code de 5 lettres ou chiffres',
  date: 'JJ/MM/AAAA',
  mois: 'AAAA-MM',
  entier: 'nombre entier',
  nombre: 'nombre',
  booleen: 'OUI ou NON',
  code: 'un des codes',
  insee: 'code INSEE à 5 caractères',
  siren: '9 chiffres',
  rpls: '10 lettres ou chiffres',
  code_postal: '5 chiffres',
}

/** Typed into an ordinary cell, an identifier loses its first zero and a numéro its last digits. */
const TYPES: Readonly<Partial<Record<Column['type'], TypeColonne>>> = {
  date: 'jour',
  nombre: 'nombre',
  entier: 'nombre',
}

/** Writes an empty workbook a table, whose second sheet explains its columns, and the text of an extraction request. */
export const modele = async (env: Environnement, options: { sortie: string }): Promise<void> => {
  const dossier = resolve(env.cwd, options.sortie)
  mkdirSync(dossier, { recursive: true })
  for (const { nom, colonnes } of TABLES) {
    const lues: readonly Column[] = colonnes
    const classeur = await writeClasseur([
      { nom, lignes: [lues.map((colonne) => colonne.nom)], types: lues.map(({ type }) => TYPES[type] ?? 'texte') },
      {
        nom: 'Colonnes',
        lignes: [
          ['Colonne', 'Libellé', 'Obligatoire', 'Forme', 'Codes admis'],
          ...lues.map((c) => [c.nom, c.libelle, c.obligatoire ? 'oui' : '', FORMES[c.type], (c.codes ?? []).join(' ')]),
        ],
      },
    ])
    writeFileSync(join(dossier, `${nom}.xlsx`), classeur)
  }
  writeFileSync(join(dossier, 'demande-extraction.txt'), `\ufeff${texteDemande(TABLES)}`)
  env.ecrire(`Classeurs et demande d’extraction écrits dans ${dossier}.\n`)
}
