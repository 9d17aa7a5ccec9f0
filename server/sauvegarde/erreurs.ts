import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

/** A backup whose bytes are not those that were written. */
export class SauvegardeAlteree extends ErreurInfocentre {
  constructor(options?: ErrorOptions) {
    super(
      'SAUVEGARDE_ALTEREE',
      'La sauvegarde est altérée ou incomplète : rien n’a été restauré. En prendre une autre, ou la copier de nouveau depuis son support.',
      {},
      options,
    )
  }
}
