import type { Confier } from '../../ingest/read/enfant/confier.ts'
import { accomplir, type Fruits } from '../../ingest/read/enfant/travaux.ts'
import { RefusLecture } from '../../ingest/read/refus-lecture.ts'
import { InstantaneRefuse } from '../../ingest/socle/erreur.ts'

/** Opens archives and workbooks in this process: what falls falls here, and is seen as it is. */
export const ouvrirIci: Confier = async (travail) => {
  try {
    return (await accomplir(travail)) as Fruits[typeof travail.sorte]
  } catch (cause) {
    throw cause instanceof RefusLecture ? new InstantaneRefuse(cause.code, cause.message) : cause
  }
}
