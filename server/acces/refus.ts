/** Asked by somebody who may not have it. Logged where it is answered; the person is told no more than that. */
export class AccesRefuse extends Error {
  readonly motif: string
  readonly detail: Readonly<Record<string, unknown>>

  constructor(motif: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(`Accès refusé : ${motif}.`)
    this.name = 'AccesRefuse'
    this.motif = motif
    this.detail = detail
  }
}
