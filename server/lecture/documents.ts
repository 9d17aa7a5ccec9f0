import type { DocumentVu } from '../../web/documents.ts'
import { minuteDe } from '../horloge.ts'
import type { DocumentGarde } from '../state/documents.ts'

/** A document that is kept, as pages tell it. */
export const documentVu = (
  { id, nature, titre, nom, type, octets, sha256, version, acte, par, le }: DocumentGarde,
  nommer: (qui: string) => string,
): DocumentVu => ({
  ...{ id, nature, titre, nom, type, octets, sha256, version, acte },
  ...{ par: nommer(par), le: minuteDe(le) },
})
