import type { ReunionVue } from '../../../web/modeles/reunion.ts'
import type { FaitConsigne } from './echeances.ts'

/** A service that came to a training session is trained. */
export const formesEnSession = (
  reunions: readonly Pick<ReunionVue, 'nature' | 'tenueLe' | 'presences'>[],
): FaitConsigne[] =>
  reunions.flatMap(({ nature, tenueLe, presences }) =>
    nature !== 'FORMATION' || tenueLe === null
      ? []
      : presences.flatMap(({ service, presence }) =>
          service !== null && presence === 'PRESENT'
            ? [{ obligation: 'FORMATION_SERVICE' as const, periode: service, service, fait_le: tenueLe }]
            : [],
        ),
  )
