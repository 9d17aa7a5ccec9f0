import { type Kysely, sql } from 'kysely'
import type { TableEtat } from './table.ts'
import { TABLES_DE_L_APPLICATION } from './tables.ts'

/** What every page writes as it is read: who came, and that they are still there; and what no page shows. */
const SANS_EFFET: ReadonlySet<string> = new Set(['sessions', 'journal', 'journal_ancres', 'ecritures', 'copies'])

/** What a sign-in alone writes of an account. */
const D_UNE_CONNEXION: ReadonlySet<string> = new Set(['echecs', 'verrouille_jusqu_a', 'dernier_pas', 'vu_le'])

const compteursDe = ({ nom, colonnes }: TableEtat): readonly (readonly [nom: string, texte: string])[] => {
  const suivies = Object.keys(colonnes).filter((colonne) => nom !== 'comptes' || !D_UNE_CONNEXION.has(colonne))
  const actes = [
    ['ajout', 'INSERT'],
    ['retrait', 'DELETE'],
    ['changement', `UPDATE OF ${suivies.join(', ')}`],
  ] as const
  return actes.map(([mot, acte]) => {
    const compteur = `ecriture_${nom}_${mot}`
    return [
      compteur,
      `CREATE TRIGGER ${compteur} AFTER ${acte} ON ${nom} BEGIN UPDATE ecritures SET nombre = nombre + 1; END`,
    ]
  })
}

/**
 * Has every table of the application counted when it is written, whoever writes it: this process, a command typed
 * elsewhere, a hand. The tables are those declared, so that one more is counted as soon as it is declared.
 */
export const compterLesEcritures = async <DB>(etat: Kysely<DB>): Promise<void> => {
  const voulus = TABLES_DE_L_APPLICATION.filter(({ nom }) => !SANS_EFFET.has(nom)).flatMap(compteursDe)
  const { rows } = await sql<{
    readonly name: string
    readonly sql: string
  }>`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`.execute(etat)
  const poses = new Map(rows.map((pose) => [pose.name, pose.sql]))
  const aPoser = voulus.filter(([nom, texte]) => poses.get(nom) !== texte)
  if (aPoser.length === 0) return
  await etat.transaction().execute(async (transaction) => {
    for (const [nom, texte] of aPoser) {
      await sql`DROP TRIGGER IF EXISTS ${sql.id(nom)}`.execute(transaction)
      await sql.raw(texte).execute(transaction)
    }
  })
}
