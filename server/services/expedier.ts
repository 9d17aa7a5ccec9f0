import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { type Courrier, EchecDEnvoi, type Message, type Piece } from '../courrier/courrier.ts'
import { situerEnvoi } from '../gestion/diffusion/situer.ts'
import { instantDe, momentDe } from '../horloge.ts'
import { type EnvoiGarde, listerEnvoisEnSuspens, noterTentative } from '../state/diffusion.ts'
import { lireContenu, trouverDocument } from '../state/documents.ts'
import type { BaseEtat } from '../state/etat.ts'
import { tracer } from '../trace.ts'

/** What messages are sent with. */
export interface MoyensDExpedier {
  readonly etat: BaseEtat
  readonly courrier: Courrier
  readonly journal: Logger
  maintenant(): Date
}

/** Sends what is to be, one message at a time, whoever asks. */
export interface Expedition {
  readonly sansRisque: boolean
  /** Sends what is due; ends once it is tried. Never throws. */
  passer(): Promise<void>
  /** Begins no other message; ends with the one under way. */
  arreter(): Promise<void>
}

const referenceDe = ({ id, cle, courriel, le }: EnvoiGarde): string =>
  `<envoi-${id}-${createHash('sha256').update(`${cle}\n${courriel}\n${le}`).digest('hex').slice(0, 16)}@infocentre>`

const piecesDe = async (etat: BaseEtat, id: number | null): Promise<Piece[]> => {
  const document = id === null ? null : await trouverDocument(etat, id)
  if (document === null) return []
  const contenu = await lireContenu(etat, document)
  if (contenu === null) throw new EchecDEnvoi('REFUSE', 'Le document joint n’est plus celui qui avait été gardé.')
  return [{ nom: document.nom, contenu }]
}

/** A message as it leaves. */
export const messageDe = async (etat: BaseEtat, envoi: EnvoiGarde): Promise<Message> => ({
  reference: referenceDe(envoi),
  ...{ nom: envoi.nom, courriel: envoi.courriel, objet: envoi.objet, texte: envoi.texte },
  pieces: await piecesDe(etat, envoi.document),
  date: momentDe(envoi.le),
})

const ISSUES = { REFUSE: 'REFUSEE', ECHOUE: 'ECHOUEE' } as const

export const createExpedition = ({ etat, courrier, journal, maintenant }: MoyensDExpedier): Expedition => {
  const { sansRisque, fin } = courrier

  const estDu = (envoi: EnvoiGarde): boolean => {
    const { reprise } = situerEnvoi(envoi, { maintenant: maintenant(), sansRisque })
    return reprise !== null && reprise <= maintenant()
  }

  /** Says that it is begun, where nothing happened of it since it was read. */
  const commencer = (envoi: EnvoiGarde): Promise<boolean> =>
    etat.transaction().execute(async (tx) => {
      const { derniere } = await tx
        .selectFrom('diffusion_tentatives')
        .select(({ fn }) => fn.max('id').as('derniere'))
        .where('envoi', '=', envoi.id)
        .executeTakeFirstOrThrow()
      if ((derniere ?? 0) !== (envoi.tentatives.at(-1)?.id ?? 0)) return false
      await noterTentative(tx, { envoi: envoi.id, issue: 'COMMENCEE', detail: '', le: instantDe(maintenant()) })
      return true
    })

  /** Sends one; whether the others may be tried. One that may have left stays begun. */
  const expedier = async (envoi: EnvoiGarde): Promise<boolean> => {
    if (!(await commencer(envoi))) return true
    const noter = (issue: 'PARTIE' | 'DEPOSEE' | 'REFUSEE' | 'ECHOUEE', detail = '') =>
      noterTentative(etat, { envoi: envoi.id, issue, detail, le: instantDe(maintenant()) })
    try {
      await courrier.remettre(await messageDe(etat, envoi))
    } catch (cause) {
      if (!(cause instanceof EchecDEnvoi)) throw cause
      if (cause.sorte === 'INCERTAIN') return false
      await noter(ISSUES[cause.sorte], cause.message)
      return cause.sorte === 'REFUSE'
    }
    await noter(fin)
    return true
  }

  let arrete = false

  const passe = async () => {
    if (arrete) return
    for (const envoi of (await listerEnvoisEnSuspens(etat)).filter(estDu))
      if (arrete || !(await expedier(envoi))) return
  }

  let enCours = Promise.resolve()
  return {
    sansRisque,
    passer: () => {
      enCours = enCours.then(passe).catch((cause: unknown) => journal.error(tracer(cause), 'envois'))
      return enCours
    },
    arreter: () => {
      arrete = true
      return enCours
    },
  }
}
