import { COLONNES_NOMINATIVES } from '../../../ingest/contract/histoire.ts'
import { TABLES_LUES } from '../../../metrics/requetes/registre.ts'
import type { Sorte } from '../../../metrics/requetes/table-lue.ts'
import { estSensible } from '../../../metrics/requetes/table-lue.ts'
import type { RefusRequete } from '../../../web/requetes.ts'
import { ligneDe, refuser } from '../refus.ts'

/** What the engine says of an error, once it is told to say it as data. */
interface ErreurMoteur {
  readonly exception_type?: string
  readonly exception_message?: string
  readonly error_subtype?: string
  readonly name?: string
  readonly type?: string
  readonly candidates?: string
  readonly position?: string
}

const NUMEROS = new Set(
  TABLES_LUES.flatMap(({ colonnes }) => colonnes.filter(({ numero }) => numero).map(({ nom }) => nom)).filter(
    (nom) => nom.length > 1,
  ),
)
const NOMS = new Set<string>(COLONNES_NOMINATIVES.map(({ nom }) => nom))
const AUTRES_NOMS = /commentaire|empreinte|^k[12]$|^nir$|identite|securite_sociale/i

/** The engine's own words, as data; the whole message where it is none. */
export const lireErreur = (cause: unknown): ErreurMoteur => {
  const message = cause instanceof Error ? cause.message : ''
  const debut = message.indexOf('{"exception_type"')
  if (debut < 0) return { exception_message: message }
  try {
    return JSON.parse(message.slice(debut)) as ErreurMoteur
  } catch {
    return { exception_message: message }
  }
}

/** Columns whose absence has its own reason. */
const refuserColonne = (nom: string, ou: string, position: number | undefined, sorte: Sorte): RefusRequete => {
  const court = nom.toLowerCase()
  if (NOMS.has(court) || AUTRES_NOMS.test(court))
    return refuser(
      'NOM',
      `« ${nom} » n’est pas lisible ici : une requête ne lit ni nom, ni empreinte, ni commentaire.`,
      position,
    )
  if (estSensible(court))
    return refuser('SENSIBLE', `« ${nom} » ne se lit jamais à côté d’une demande, ni d’un numéro.`, position)
  if (NUMEROS.has(court) && sorte === 'SANS_NUMERO')
    return refuser('NUMERO', `« ${nom} » ne se lit pas ici : cette requête se fait sans numéro.`, position)
  return refuser('COLONNE', `La colonne « ${nom} » n’existe pas${ou}.`, position)
}

const NOMBRES = /Max expression depth|stack|recursion|too deep|nested/i

/** How far a query had come when it failed. */
export interface Contexte {
  readonly texte: string
  readonly sorte: Sorte
  readonly lancee: boolean
}

/** Why the engine refuses a query, in French, without a word of what it read. */
export const direErreur = (cause: unknown, { texte, sorte, lancee }: Contexte): RefusRequete => {
  const erreur = lireErreur(cause)
  const message = erreur.exception_message ?? ''
  const position = erreur.position === undefined ? undefined : Number(erreur.position)
  const ou = position === undefined ? '' : ` (ligne ${ligneDe(texte, position)})`
  const sens = (phrase: string) => refuser('SENS', `${phrase}${ou}.`, position)
  if (NOMBRES.test(message)) return refuser('PROFONDEUR', 'La requête s’emboîte trop profondément.')
  if (/out of memory|could not allocate|failed to allocate|temp_directory|max_temp_directory_size/i.test(message))
    return refuser('MEMOIRE', 'La requête demandait plus de mémoire que ne lui en est laissé.')
  if (/^(Permission|IO|HTTP|Missing Extension|Autoload|Dependency)$/.test(erreur.exception_type ?? ''))
    return lancee
      ? refuser('MEMOIRE', 'La requête demandait plus de mémoire que ne lui en est laissé.')
      : refuser('FICHIER', `Une requête n’ouvre aucun fichier ni aucune adresse${ou}.`, position)
  if (
    erreur.error_subtype === 'COLUMN_NOT_FOUND' ||
    /Referenced (column|table)|does not have a column/i.test(message)
  ) {
    const nom = /column named "([^"]+)"/.exec(message)?.[1] ?? erreur.name ?? /"([^"]+)"/.exec(message)?.[1] ?? '?'
    return refuserColonne(nom.split('.').at(-1) ?? nom, ou, position, sorte)
  }
  if (erreur.error_subtype === 'MISSING_ENTRY')
    return erreur.type === 'Table'
      ? refuser('TABLE', `La table « ${erreur.name ?? '?'} » n’existe pas ici${ou}.`, position)
      : refuser('FONCTION', `« ${erreur.name ?? '?'} » n’existe pas${ou}.`, position)
  if (/No function matches/.test(message)) {
    const nom = /types '([^']+)'/.exec(message)?.[1]
    return sens(`La fonction ne prend pas de valeurs de ce type${nom === undefined ? '' : ` : ${nom}`}`)
  }
  if (/must appear in the GROUP BY/.test(message))
    return sens(`La colonne « ${/"([^"]+)"/.exec(message)?.[1] ?? '?'} » n’est ni groupée (GROUP BY) ni agrégée`)
  if (/Ambiguous/i.test(message)) return sens(`Un nom désigne plusieurs colonnes : dire sa table`)
  if (/^(Conversion|Out of Range|Invalid Input|Mismatch Type)$/.test(erreur.exception_type ?? ''))
    return refuser('VALEUR', `Une valeur ne se convertit pas, ou dépasse ce que son type peut tenir${ou}.`, position)
  if (erreur.exception_type === 'Parser' || /Parser Error/.test(message)) {
    const pres = /at or near "([^"]*)"/.exec(message)?.[1]
    return refuser(
      'SYNTAXE',
      pres === undefined
        ? `La requête n’est pas complète${ou}.`
        : `La requête ne se comprend pas près de « ${pres.slice(0, 60)} »${ou}.`,
      position,
    )
  }
  if (erreur.exception_type === 'Binder') return sens('La requête se contredit')
  return lancee
    ? refuser('VALEUR', 'Le calcul n’a pas pu être mené à bien.')
    : refuser('SENS', `La requête ne se comprend pas${ou}.`, position)
}
