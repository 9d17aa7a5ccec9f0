import { type RawBuilder, sql } from 'kysely'
import type { Column } from '../contract/column.ts'
import { formeSql } from './cellules.ts'
import { MASQUEE } from './raisons.ts'

type Sql = RawBuilder<unknown>

/** The column at fault of a rejected row, among those of its table, and its text. */
interface Fautive {
  readonly colonnes: readonly Column[]
  readonly rang: Sql
  readonly texte: Sql
}

const NUMERO = '[0-9A-Za-z]{16,20}'
const EXPOSANT = '[0-9]{1,20}([.,][0-9]{0,10})?([eE][+]?[0-9]{1,3})?'
const DATE = '[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}'
// Letters by range: a Unicode class under a counted repetition takes tens of milliseconds to compile.
const CODE = "[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ _'’-]{0,39}"

/** What the sender may see again of a refused value: nothing that could be a name, a NIR or a formula. */
export const valeurFautiveSql = ({ colonnes, rang, texte }: Fautive): Sql => {
  const confidentielles = colonnes.flatMap((c, i) => (c.confidentialite === undefined ? [] : [i + 1]))
  const montrable = sql`CASE raison WHEN 'PRECISION_PERDUE' THEN regexp_full_match(${texte}, ${EXPOSANT})
    WHEN 'NUMERO_UNIQUE_INVALIDE' THEN regexp_full_match(${texte}, ${NUMERO}) AND strlen(regexp_replace(${texte}, '[^0-9]', '', 'g')) >= 9
    WHEN 'DATE_INVALIDE' THEN regexp_full_match(${texte}, ${DATE})
    ELSE regexp_full_match(${texte}, ${CODE}) END`
  return sql`CASE WHEN raison IN ('GUILLEMETS', 'COLONNES') THEN ${MASQUEE}
    WHEN ${rang} IS NULL OR raison = 'CHAMP_OBLIGATOIRE' THEN NULL
    WHEN list_contains(${confidentielles}::INTEGER[], ${rang}) THEN ${MASQUEE}
    WHEN ${montrable} THEN ${texte} ELSE ${MASQUEE} END`
}

/** The shape of a refused value: nobody is to be recognised by it. */
export const formeFautiveSql = ({ rang, texte }: Fautive): Sql =>
  sql`CASE WHEN ${rang} IS NOT NULL AND raison <> 'CHAMP_OBLIGATOIRE' THEN ${formeSql(texte)} END`

/** The name of the column at fault. */
export const nomFautifSql = ({ colonnes, rang }: Fautive): Sql => sql`${colonnes.map(({ nom }) => nom)}[${rang}]`
