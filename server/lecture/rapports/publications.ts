import { enJour } from '../../../ingest/socle/jour.ts'
import { DESTINATAIRES, RAPPORTS } from '../../../web/rapports.ts'
import type { FaitConsigne } from '../../gestion/agenda/echeances.ts'
import type { PublieListe } from '../../state/rapports.ts'

/** What the calendar is done with by reports published: each on the day of its first version; a correction changes nothing of it. */
export const rapportsPublies = (
  publies: readonly Pick<PublieListe, 'destinataire' | 'semestre' | 'version' | 'le'>[],
): FaitConsigne[] =>
  DESTINATAIRES.flatMap((pour) => {
    const { obligation } = RAPPORTS[pour]
    return obligation === null
      ? []
      : publies
          .filter(({ destinataire, version }) => destinataire === pour && version === 1)
          .map(({ semestre: periode, le }) => ({
            ...{ obligation, periode, service: null, fait_le: enJour(le.slice(0, 10)) },
          }))
  })
