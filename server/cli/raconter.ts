import { ErreurInfocentre, InstantaneRefuse } from '../../ingest/socle/erreur.ts'
import { type Trace, tracer } from '../trace.ts'
import { raconterRefus } from './refus-import.ts'

/** What the system refused, by its own codes, where a person can mend it. */
const SYSTEME: Readonly<Record<string, string>> = {
  EACCES: 'le droit de le lire ou d’y écrire manque. Vérifier les droits du fichier et de son dossier.',
  EPERM: 'le droit de le lire ou d’y écrire manque. Vérifier les droits du fichier et de son dossier.',
  EROFS: 'le disque ne se laisse pas écrire. Choisir un autre dossier.',
  ENOSPC: 'le disque est plein. Libérer de la place, puis recommencer.',
  EDQUOT: 'le disque est plein pour cet utilisateur. Libérer de la place, puis recommencer.',
  ENOENT: 'il n’existe pas. Vérifier le chemin.',
  ENOTDIR: 'une partie de son chemin n’est pas un dossier. Vérifier le chemin.',
  EISDIR: 'c’est un dossier, et il faut un fichier. Vérifier le chemin.',
  EEXIST: 'il existe déjà. Choisir un autre nom.',
  EIO: 'le disque est en défaut. Le vérifier, puis restaurer une sauvegarde.',
}

const duSysteme = (cause: Error): string | undefined => {
  if (!('code' in cause) || typeof cause.code !== 'string') return undefined
  const suite = SYSTEME[cause.code]
  if (suite === undefined) return undefined
  const chemin = 'path' in cause && typeof cause.path === 'string' ? ` avec ${cause.path}` : ''
  return `La commande a échoué${chemin} : ${suite}`
}

/** The first error, from this one to what caused it, that has a sentence for people. */
const connue = (cause: unknown): ErreurInfocentre | undefined => {
  if (cause instanceof ErreurInfocentre) return cause
  return cause instanceof Error && cause.cause !== undefined ? connue(cause.cause) : undefined
}

/** What an error says to the person who typed the command: one sentence, in French, whatever failed. */
export const raconter = (cause: unknown): string => {
  const dite = connue(cause)
  if (dite instanceof InstantaneRefuse) return raconterRefus(dite)
  return (
    dite?.message ??
    (cause instanceof Error ? duSysteme(cause) : undefined) ??
    'La commande a échoué pour une raison que l’application n’attendait pas : la relancer avec --debug, et transmettre ce qu’elle affiche à qui tient l’installation.'
  )
}

const enLignes = ({ erreur, code, phrase, sql, pile, cause }: Trace): string[] => [
  `${erreur}${code === undefined ? '' : ` [${code}]`}${phrase === undefined ? '' : ` : ${phrase}`}`,
  ...(sql === undefined ? [] : [`  requête : ${sql}`]),
  ...pile.map((appel) => `    ${appel}`),
  ...(cause === undefined ? [] : enLignes(cause).map((ligne, i) => (i === 0 ? `  causée par ${ligne}` : `  ${ligne}`))),
]

/** Where an error comes from, and what caused it, for who asked. */
export const detailler = (cause: unknown): string => enLignes(tracer(cause)).join('\n')
