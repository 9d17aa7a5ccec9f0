import { ErreurInfocentre } from '../erreur.ts'

/** How much of a statement an error carries: enough to know it by. */
const LONGUEUR = 2000

/**
 * A statement that the engine refused, or a row that is not of the form it was read in. It carries the statement's text,
 * in which values are `$1`, `$2`…, never the values; the engine's own words, which may quote some, are its cause alone.
 */
export class ErreurRequete extends ErreurInfocentre {
  constructor(texte: string, options?: ErrorOptions) {
    super(
      'REQUETE_IMPOSSIBLE',
      'La base n’a pas pu répondre à une de ses propres questions : relancer la commande, puis vérifier la base avec « infocentre verifier ».',
      { sql: texte.slice(0, LONGUEUR) },
      options,
    )
  }
}
