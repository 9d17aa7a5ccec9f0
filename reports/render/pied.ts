import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { PiedDeDocument } from '../document.ts'

/** « Mesure 2026-07 · source : instantané du 31/10/2026 · fait le 06/11/2026 à 10:15 par Camille Martin » */
export const direPied = ({ reference, instantane, faitLe, par }: PiedDeDocument): string =>
  fr(
    [
      reference,
      ...(instantane === null ? [] : [`source : instantané du ${formatJour(instantane)}`]),
      `fait le ${formatInstant(faitLe)} par ${par}`,
    ].join(' · '),
  )

/** What is said of a document that is not sent yet. */
export const MENTION_DE_PROJET = 'Projet'
