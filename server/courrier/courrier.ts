import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

/** A file that goes with a message. */
export interface Piece {
  readonly nom: string
  readonly contenu: Uint8Array
}

/** A message to one person, whole: the same is written in the same way each time. */
export interface Message {
  /** What names it for the servers that it goes through: the same message sent twice has the same. */
  readonly reference: string
  readonly nom: string
  readonly courriel: string
  readonly objet: string
  readonly texte: string
  readonly pieces: readonly Piece[]
  /** When it was asked for. */
  readonly date: Date
}

/** Why a message did not leave, in words without an address; and whether it may have left, or is not to be tried again. */
export class EchecDEnvoi extends ErreurInfocentre {
  readonly sorte: 'REFUSE' | 'ECHOUE' | 'INCERTAIN'
  constructor(sorte: EchecDEnvoi['sorte'], phrase: string, options?: ErrorOptions) {
    super('ENVOI_IMPOSSIBLE', phrase, {}, options)
    this.sorte = sorte
  }
}

/** What messages are given to. */
export interface Courrier {
  /** How a message that it took is told of. */
  readonly fin: 'PARTIE' | 'DEPOSEE'
  /** Giving it the same message twice leaves one: an attempt whose end nobody saw may be made again. */
  readonly sansRisque: boolean
  /** @throws EchecDEnvoi */
  remettre(message: Message): Promise<void>
}
