import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

/** Asked by somebody who may not have it. Logged where it is answered; the person is told no more than that. */
export class AccesRefuse extends ErreurInfocentre {
  override readonly publique = false
  readonly motif: string
  readonly detail: Readonly<Record<string, unknown>>

  constructor(motif: string, detail: Readonly<Record<string, unknown>> = {}) {
    super('ACCES_REFUSE', `Accès refusé : ${motif}.`, detail)
    this.motif = motif
    this.detail = detail
  }
}
