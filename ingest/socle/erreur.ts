/** An error a person can act on: one French sentence that says what is wrong, where, and what to do. */
export class ErreurInfocentre extends Error {
  readonly code: string
  /** Whether a page may show its sentence: it holds no path, and refuses no access. */
  readonly publique: boolean = true
  readonly faits: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, faits: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
    this.faits = faits
  }
}

/** What the installation's files or disk suffer: a sentence for who holds it, that names a path. */
export class PanneInstallation extends ErreurInfocentre {
  override readonly publique = false
}

/** A snapshot that is refused whole: nothing was loaded. */
export class InstantaneRefuse extends ErreurInfocentre {
  /** What is wrong and what to do, without what it did to the base. */
  readonly constat: string

  constructor(code: string, constat: string, faits: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(code, `${constat} Rien n’a été chargé.`, faits, options)
    this.constat = constat
  }
}
