import { ceder } from '../../socle/enfant/ceder.ts'
import { InstantaneRefuse } from '../../socle/erreur.ts'
import { RefusLecture } from '../refus-lecture.ts'
import { accomplir, type Refus, type Reponse, type Travail } from './travaux.ts'

/** What went wrong, without a word of what the file holds. */
const refusDe = (cause: unknown, nom: string): Refus => {
  if (cause instanceof InstantaneRefuse) return { code: cause.code, phrase: cause.constat, faits: cause.faits }
  if (cause instanceof RefusLecture) return { code: cause.code, phrase: cause.message, faits: cause.faits }
  if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT'))
    return {
      code: 'DISQUE_PLEIN',
      phrase: `Le disque n’a plus la place d’ouvrir ${nom} : en libérer, puis recommencer.`,
      faits: {},
    }
  return {
    code: 'LECTURE_ECHOUEE',
    phrase: `La lecture de ${nom} a échoué : l’enregistrer de nouveau, ou le donner en CSV, puis recommencer.`,
    faits: {},
  }
}

// The one who asked is no more: nobody waits for the answer.
process.once('disconnect', () => process.exit(0))
process.once('message', async (travail: Travail) => {
  const reponse: Reponse = await accomplir(travail).then(
    (fait) => ({ fait }),
    (cause: unknown) => ({ refus: refusDe(cause, travail.nom) }),
  )
  process.send?.(reponse, () => process.exit(0))
})
ceder()
