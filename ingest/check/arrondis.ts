import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { NomTable } from '../contract/tables.ts'
import { InstantaneRefuse } from '../socle/erreur.ts'
import { entier } from '../socle/sql/colonne.ts'
import { runOne } from '../socle/sql/query.ts'
import type { PartVerifiee } from './part-verifiee.ts'
import { verifiees } from './raisons.ts'

/**
 * A spreadsheet that takes numéros for numbers keeps fifteen of their digits: the last three become zeros, two where the
 * first zero was lost.
 *
 * @throws InstantaneRefuse where more than half of a file's all-digit numéros end so, codes of the register apart.
 */
export const refuserArrondis = async (
  connection: DuckDBConnection,
  territoire: string,
  { part, numero }: PartVerifiee,
  presentes: ReadonlySet<NomTable>,
): Promise<void> => {
  const registre = sql`SELECT code FROM registres WHERE territoire = ${territoire}${
    presentes.has('guichets')
      ? sql` UNION SELECT code FROM ${sql.id(verifiees('guichets'))} WHERE raison IS NULL`
      : sql``
  }`
  const { chiffres, arrondis } = await runOne(
    connection,
    sql`SELECT count(*) AS chiffres, count(*) FILTER (ends_with(lu, CASE WHEN repare OR length(lu) = 17 THEN '00' ELSE '000' END)) AS arrondis
      FROM (SELECT coalesce(numero_unique, CASE raison WHEN 'NUMERO_UNIQUE_INVALIDE' THEN valeur END) AS lu, repare FROM ${sql.id(verifiees('demandes'))}
        WHERE part = ${numero})
      WHERE regexp_full_match(lu, '[0-9]{17,18}') AND right(lu, 5) NOT IN (SELECT code FROM (${registre}) WHERE code IS NOT NULL)`,
    { chiffres: entier, arrondis: entier },
  )
  if (arrondis * 2 > chiffres)
    throw new InstantaneRefuse(
      'PRECISION_PERDUE',
      `Dans ${part.fichier.nom}, un tableur a arrondi les numéros uniques (${arrondis} sur ${chiffres} finissent par des zéros) : refaire l’export et mettre la colonne en Texte avant d’enregistrer.`,
      { fichier: part.fichier.nom, arrondis },
    )
}
