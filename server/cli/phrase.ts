import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { lireFichierPrive } from '../sauvegarde/cle.ts'

/** Asks something on the terminal, with or without showing what is typed. */
const demanderAuTerminal = (question: string, montre = false): Promise<string> =>
  new Promise((resolve, reject) => {
    process.stderr.write(`${question} : `)
    const muet = new Writable({ write: (_morceau, _codage, suite) => suite() })
    const lecteur = createInterface({ input: process.stdin, output: montre ? process.stderr : muet, terminal: true })
    lecteur.once('SIGINT', () => {
      lecteur.close()
      process.stderr.write('\n')
      reject(new ErreurInfocentre('ABANDON', 'Abandonné : rien n’a été changé.'))
    })
    lecteur.question('', (reponse) => {
      lecteur.close()
      process.stderr.write('\n')
      resolve(reponse)
    })
  })

/** The secret words: the file's where one is set, else those typed on the terminal. */
export const lirePhrase = async (fichier: string | undefined, question: string): Promise<string> => {
  if (fichier !== undefined && fichier !== '')
    return lireFichierPrive(fichier, 'Le fichier de la phrase secrète')
      .toString('utf8')
      .replace(/\r?\n$/, '')
  if (!process.stdin.isTTY)
    throw new ErreurInfocentre(
      'PHRASE_ABSENTE',
      'Il n’y a pas de terminal où demander la phrase secrète : donner un fichier de clé avec --cle, ou le chemin d’un fichier qui la contient dans INFOCENTRE_PHRASE_FICHIER.',
    )
  return demanderAuTerminal(question)
}

/** What is no secret, typed on the terminal. */
export const lireReponse = (question: string): Promise<string> => {
  if (!process.stdin.isTTY)
    throw new ErreurInfocentre(
      'TERMINAL_ABSENT',
      'Il n’y a pas de terminal où demander le nom de l’installation : le donner avec --nom. Rien n’a été changé.',
    )
  return demanderAuTerminal(question, true)
}
