import { resolve } from 'node:path'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { creerFichierDeCle, LONGUEUR_PHRASE, lireFichierDeCle, type Matiere } from '../sauvegarde/cle.ts'
import type { Environnement } from './environnement.ts'
import { MauvaisUsage } from './usage.ts'

export interface OptionsMatiere {
  readonly cle?: string
  readonly enClair?: boolean
}

const dePhrase = (phrase: string): Matiere => ({ de: 'PHRASE', phrase: phrase.normalize('NFC') })

/** What a new backup is enciphered with; null where it is asked for in clear. Words are asked twice. */
export const choisirMatiere = async (env: Environnement, { cle, enClair }: OptionsMatiere): Promise<Matiere | null> => {
  if (enClair && cle !== undefined) throw new MauvaisUsage('Choisir entre --cle et --en-clair.')
  if (enClair) return null
  if (cle !== undefined) {
    const chemin = resolve(env.cwd, cle)
    if (await creerFichierDeCle(chemin))
      env.dire(`Fichier de clé créé : ${chemin}. Le garder à part : sans lui, la sauvegarde ne s’ouvre pas.`)
    return lireFichierDeCle(chemin)
  }
  const phrase = await env.demanderPhrase('Phrase secrète de la sauvegarde')
  if (phrase.length < LONGUEUR_PHRASE)
    throw new ErreurInfocentre(
      'PHRASE_COURTE',
      `La phrase secrète doit avoir au moins ${LONGUEUR_PHRASE} caractères : en choisir une plus longue.`,
    )
  if ((await env.demanderPhrase('La même, encore une fois')) !== phrase)
    throw new ErreurInfocentre('PHRASES_DIFFERENTES', 'Les deux phrases diffèrent : rien n’a été écrit, recommencer.')
  return dePhrase(phrase)
}

/** What an existing backup is opened with. */
export const retrouverMatiere =
  (env: Environnement, { cle }: OptionsMatiere) =>
  async (de: Matiere['de']): Promise<Matiere> => {
    if (cle !== undefined) return lireFichierDeCle(resolve(env.cwd, cle))
    if (de === 'FICHIER')
      throw new MauvaisUsage('Cette sauvegarde a été chiffrée avec un fichier de clé : le donner avec --cle.')
    return dePhrase(await env.demanderPhrase('Phrase secrète de la sauvegarde'))
  }
