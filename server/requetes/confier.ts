import { demarrerEnfant } from '../../ingest/socle/enfant/demarrer.ts'
import { surveiller } from '../../ingest/socle/enfant/surveiller.ts'
import type { ColonneResultat, LigneResultat, RefusRequete } from '../../web/requetes.ts'
import { BORNES } from './bornes.ts'
import type { Cout, DemandeRequete, Message } from './messages.ts'
import { refuser } from './refus.ts'

/** What a query gave, whole. */
export interface Rendu extends Cout {
  readonly colonnes: readonly ColonneResultat[]
  readonly lignes: readonly LigneResultat[]
}

/** A query under way in a process of its own. */
export interface EnCours {
  readonly issue: Promise<Rendu | { readonly refus: RefusRequete }>
  readonly pid: number | undefined
  /** Kills it; `refus` is then its issue. */
  arreter(refus: RefusRequete): void
}

const secondes = (ms: number): string => `${Math.round(ms / 1000)} secondes`

/** Runs a query in a process of its own, which `duree` milliseconds or too much memory end; nothing is left of it. */
export const confierRequete = (demande: DemandeRequete, duree: number, cwd: string): EnCours => {
  const enfant = demarrerEnfant(new URL('./enfant/processus', import.meta.url), BORNES.tas, cwd)
  const veille = surveiller(enfant, BORNES.residente)
  let refus: RefusRequete | null = null
  let colonnes: readonly ColonneResultat[] = []
  const lots: (readonly LigneResultat[])[] = []
  let cout: Cout | null = null
  const arreter = (pourquoi: RefusRequete): void => {
    refus ??= pourquoi
    enfant.kill('SIGKILL')
  }
  const trop = () => arreter(refuser('TEMPS', `La requête a été arrêtée après ${secondes(duree)}.`))
  let minuterie = setTimeout(trop, duree + BORNES.demarrage)
  const issue = new Promise<Rendu | { readonly refus: RefusRequete }>((resolve) => {
    enfant.on('message', (message: Message) => {
      if (message.sorte === 'commence') {
        clearTimeout(minuterie)
        minuterie = setTimeout(trop, duree)
      } else if (message.sorte === 'colonnes') colonnes = message.colonnes
      else if (message.sorte === 'lignes') lots.push(message.lignes)
      else if (message.sorte === 'fin') cout = message
      else refus ??= message.refus
    })
    enfant.once('error', () => {})
    enfant.once('close', () => {
      veille.cesser()
      clearTimeout(minuterie)
      if (refus !== null) resolve({ refus })
      else if (cout !== null) resolve({ ...cout, colonnes, lignes: lots.flat() })
      else if (veille.depassee())
        resolve({ refus: refuser('MEMOIRE', 'La requête demandait plus de mémoire que ne lui en est laissé.') })
      else resolve({ refus: refuser('TOMBEE', 'La requête s’est interrompue.') })
    })
  })
  enfant.send(demande, () => {})
  return { issue, pid: enfant.pid, arreter }
}
