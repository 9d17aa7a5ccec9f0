import { TABLES_LUES, tablesDe } from '../../../metrics/requetes/registre.ts'
import type { Sorte } from '../../../metrics/requetes/table-lue.ts'
import { PARAMETRES_REQUETE, type RefusRequete } from '../../../web/requetes.ts'
import { refuser } from '../refus.ts'

/** What a query reads: in which copy, and which parameters it names. */
export interface RequeteAdmise {
  readonly sorte: Sorte
  readonly parametres: readonly string[]
}

type Noeud = Readonly<Record<string, unknown>>

const FONCTIONS_DE_TABLE = new Set(['range', 'generate_series', 'unnest'])
const SCHEMAS = new Set(['', 'main', 'pg_catalog'])

/** What tells of the machine, the engine or its state, reads elsewhere, runs a text, or writes. */
const FONCTIONS_REFUSEES =
  /^(getenv|getvariable|current_(setting|query|database|schema|schemas|user|role|catalog|connection_id|transaction_id)|session_user|user|version|in_search_path|txid_current|query|query_table|nextval|currval|lastval|write_log|error|sleep\w*|which_secret|checkpoint|force_checkpoint|vacuum|glob|sniff_csv|set_\w+|pragma_\w+|duckdb_\w+|pg_\w+|has_\w+_privilege|read_\w+|parquet_\w+|json_(de)?serialize\w*|json_execute\w*|enable_\w+|disable_\w+|setseed|icu_\w+|add_\w+_key|get_block_size|parse_path|parse_dirpath|parse_dirname|parse_filename)$/i

/** Names that the engine keeps for what tells of itself. */
const NOM_RESERVE = /^(duckdb_|pragma_|pg_|sqlite_|information_schema)|[./\\:*]/i

const DES_COPIES = new Set(TABLES_LUES.map(({ nom }) => nom))
const SANS_NUMERO_SEULES = new Set(
  tablesDe('SANS_NUMERO').flatMap(({ nom, sortes }) => (sortes.length === 1 ? [nom] : [])),
)

const estNoeud = (valeur: unknown): valeur is Noeud => typeof valeur === 'object' && valeur !== null

/** Every node of a parsed query, however deep. */
function* parcourir(racine: unknown): Generator<Noeud> {
  const aVoir: unknown[] = [racine]
  while (aVoir.length > 0) {
    const noeud = aVoir.pop()
    if (!estNoeud(noeud)) continue
    if (!Array.isArray(noeud)) yield noeud
    for (const enfant of Object.values(noeud)) if (estNoeud(enfant)) aVoir.push(enfant)
  }
}

const texteDe = (valeur: unknown): string => (typeof valeur === 'string' ? valeur : '')

/** The names that a query gives its own parts. */
const nomsDonnes = (noeuds: readonly Noeud[]): ReadonlySet<string> =>
  new Set(
    noeuds.flatMap((noeud) => {
      const { cte_map: ctes } = noeud
      const parties = estNoeud(ctes) && Array.isArray(ctes.map) ? (ctes.map as readonly Noeud[]) : []
      return [...parties.map(({ key }) => texteDe(key)), texteDe(noeud.cte_name), texteDe(noeud.ctename)]
        .filter((nom) => nom !== '')
        .map((nom) => nom.toLowerCase())
    }),
  )

const positionDe = ({ query_location: lieu }: Noeud): number | undefined =>
  typeof lieu === 'number' && lieu < 1e9 ? lieu : undefined

const examinerTable = (noeud: Noeud, donnes: ReadonlySet<string>): RefusRequete | null => {
  const nom = texteDe(noeud.table_name)
  const qualifiee = !SCHEMAS.has(texteDe(noeud.schema_name)) || texteDe(noeud.catalog_name) !== ''
  const connue = DES_COPIES.has(nom.toLowerCase()) || donnes.has(nom.toLowerCase())
  if (!qualifiee && connue && texteDe(noeud.schema_name) !== 'pg_catalog') return null
  if (/[./\\:*]/.test(nom))
    return refuser(
      'FICHIER',
      `Une requête n’ouvre aucun fichier ni aucune adresse : « ${nom.slice(0, 60)} ».`,
      positionDe(noeud),
    )
  return refuser('TABLE', `La table « ${nom.slice(0, 60)} » n’existe pas ici.`, positionDe(noeud))
}

const examinerFonction = (noeud: Noeud): RefusRequete | null => {
  const nom = texteDe(noeud.function_name)
  const schema = texteDe(noeud.schema)
  return SCHEMAS.has(schema) && texteDe(noeud.catalog) === '' && !FONCTIONS_REFUSEES.test(nom)
    ? null
    : refuser('FONCTION', `La fonction « ${nom.slice(0, 60)} » n’est pas permise.`, positionDe(noeud))
}

const examinerFonctionDeTable = (noeud: Noeud): RefusRequete | null => {
  const nom = estNoeud(noeud.function) ? texteDe(noeud.function.function_name).toLowerCase() : ''
  if (FONCTIONS_DE_TABLE.has(nom)) return null
  return /read|csv|parquet|json|glob|text|blob|scan|sniff|http/.test(nom)
    ? refuser(
        'FICHIER',
        `Une requête n’ouvre aucun fichier ni aucune adresse : « ${nom.slice(0, 60)} ».`,
        positionDe(noeud),
      )
    : refuser('FONCTION', `La fonction « ${nom.slice(0, 60)} » n’est pas permise.`, positionDe(noeud))
}

const examinerNoeud = (noeud: Noeud, donnes: ReadonlySet<string>): RefusRequete | null => {
  if (noeud.type === 'SHOW_REF')
    return refuser('PAS_UNE_LECTURE', 'SHOW, DESCRIBE et SUMMARIZE ne sont pas des requêtes libres.', positionDe(noeud))
  if (noeud.type === 'BASE_TABLE') return examinerTable(noeud, donnes)
  if (noeud.type === 'TABLE_FUNCTION') return examinerFonctionDeTable(noeud)
  return typeof noeud.function_name === 'string' ? examinerFonction(noeud) : null
}

const nomsDesParametres = (noeuds: readonly Noeud[]): readonly string[] => [
  ...new Set(noeuds.filter(({ class: classe }) => classe === 'PARAMETER').map(({ identifier }) => texteDe(identifier))),
]

/**
 * What a query, as the engine's own parser read it, is allowed to do: read the tables of a copy. One that reads motives or
 * nationalities reads the copy that has no number.
 */
export const analyser = (arbre: unknown, sansNumeros: boolean): RequeteAdmise | { readonly refus: RefusRequete } => {
  const noeuds = [...parcourir(arbre)]
  const donnes = nomsDonnes(noeuds)
  for (const nom of donnes)
    if (NOM_RESERVE.test(nom)) return { refus: refuser('TABLE', `Le nom « ${nom.slice(0, 60)} » est réservé.`) }
  for (const noeud of noeuds) {
    const refus = examinerNoeud(noeud, donnes)
    if (refus !== null) return { refus }
  }
  const parametres = nomsDesParametres(noeuds)
  const inconnu = parametres.find((nom) => !Object.hasOwn(PARAMETRES_REQUETE, nom))
  if (inconnu !== undefined)
    return { refus: refuser('PARAMETRE', `Le paramètre « $${inconnu.slice(0, 60)} » n’existe pas.`) }
  const sensible = noeuds.some(
    ({ type, table_name: nom }) => type === 'BASE_TABLE' && SANS_NUMERO_SEULES.has(texteDe(nom).toLowerCase()),
  )
  return { sorte: sansNumeros || sensible ? 'SANS_NUMERO' : 'AVEC_NUMEROS', parametres }
}
