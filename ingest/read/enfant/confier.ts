import { demarrerEnfant } from '../../socle/enfant/demarrer.ts'
import { surveiller } from '../../socle/enfant/surveiller.ts'
import { InstantaneRefuse } from '../../socle/erreur.ts'
import type { Fruits, Reponse, Travail } from './travaux.ts'

const MEGA = 2 ** 20
/** In megabytes: what the reader's own objects may take, and all that its process may. */
const TAS_MAX = 256
const MEMOIRE_MAX = 768

const interrompue = (nom: string, memoire: boolean): InstantaneRefuse =>
  memoire
    ? new InstantaneRefuse(
        'MEMOIRE',
        `La lecture de ${nom} demande plus de mémoire que ne lui en est laissé (${MEMOIRE_MAX} Mo) : le découper, ou le donner en CSV.`,
      )
    : new InstantaneRefuse(
        'LECTURE_INTERROMPUE',
        `La lecture de ${nom} s’est interrompue : recommencer ; si elle s’interrompt encore, le donner en CSV.`,
      )

/**
 * Has a file opened and read by a process of its own, whose memory is bounded and whose fall takes nothing along.
 *
 * @throws InstantaneRefuse with the reader's sentence, or one that says that it wanted too much or fell.
 */
export const confier = <Sorte extends keyof Fruits>(
  travail: Travail & { readonly sorte: Sorte },
  memoireMax = MEMOIRE_MAX * MEGA,
): Promise<Fruits[Sorte]> =>
  new Promise((resolve, reject) => {
    const enfant = demarrerEnfant(new URL('./processus', import.meta.url), TAS_MAX)
    let reponse: Reponse | null = null
    const veille = surveiller(enfant, memoireMax)
    enfant.once('message', (message: Reponse) => {
      reponse = message
    })
    enfant.once('error', () => {})
    enfant.once('close', (code, signal) => {
      veille.cesser()
      if (reponse === null) {
        // V8 aborts when its heap is full; the system kills the greediest when memory runs out.
        const tasPlein = code === 134 || signal === 'SIGABRT' || signal === 'SIGTRAP'
        reject(interrompue(travail.nom, veille.depassee() || tasPlein || signal === 'SIGKILL'))
      } else if ('refus' in reponse) {
        const { code, phrase, faits } = reponse.refus
        reject(new InstantaneRefuse(code, phrase, faits))
      } else resolve(reponse.fait as Fruits[Sorte])
    })
    enfant.send(travail, () => {})
  })

/** Has a file opened, by a process of its own or not. */
export type Confier = typeof confier
