import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { COMMENTAIRE, LOYER, NIR, NOM } from './cas.ts'

/** Words of an engine, a language or a library: none is told to a person. */
const MOTS_DU_MOTEUR =
  /duckdb|\bsql\b|select|exception|\berror\b|typeerror|rangeerror|undefined|\bnull\b|\bNaN\b|object Object|binder|catalog|yauzl|saxes|zlib|iconv|node:|\n\s+at |invalid|unexpected|cannot|column|buffer|ENOENT|EACCES/i

/** Codes of a failure that says nothing of the file: a fault was met that nobody had thought of. */
const PANNES = new Set(['REQUETE_IMPOSSIBLE', 'LECTURE_ECHOUEE', 'LECTURE_INTERROMPUE', 'MEMOIRE'])

/** What is wrong with a refusal: no sentence of ours, or one that holds what it must not; null where it is right. */
export const fauteDeLaPhrase = (refus: unknown): string | null => {
  if (!(refus instanceof ErreurInfocentre))
    return `erreur inattendue : ${refus instanceof Error ? (refus.stack ?? refus.message) : String(refus)}`
  const { message, code } = refus
  const cause = refus.cause instanceof Error ? ` (${refus.cause.message})` : ''
  if (PANNES.has(code)) return `panne ${code} : ${message}${cause}`
  if (MOTS_DU_MOTEUR.test(message)) return `mot de moteur dans : ${message}`
  for (const mot of [NIR, COMMENTAIRE, LOYER, NOM, NOM.toUpperCase()])
    if (message.includes(mot)) return `valeur dans : ${message}`
  if (!/^\p{Lu}.*[.]$/su.test(message)) return `pas une phrase : ${message}`
  return null
}
