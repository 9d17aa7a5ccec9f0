import type { Profil } from '../../ingest/contract/profil.ts'
import { type ExamenInstantane, examinerInstantane } from '../../ingest/examen/examiner-instantane.ts'
import type { Base } from '../../ingest/store/base.ts'
import { loadSecret, type SourceSecret } from '../../ingest/store/secret.ts'
import type { Acces } from '../acces/acces.ts'
import { jourDe } from '../horloge.ts'
import { exigerTerritoireCouvert } from './charger.ts'

export interface OptionsExamen {
  readonly acces: Acces
  readonly territoire?: string
  readonly date?: string
  /** In the place of the one kept for the territory. */
  readonly profil: Profil | null
  readonly secret: SourceSecret
  readonly maintenant: Date
}

/** Examines a deposit for somebody, who must cover its territory. */
export const examinerDepot = (base: Base, chemin: string, options: OptionsExamen): Promise<ExamenInstantane> => {
  const { acces, secret, maintenant, profil, territoire, date } = options
  return examinerInstantane(base, chemin, {
    ...(territoire === undefined ? {} : { territoire }),
    ...(date === undefined ? {} : { date }),
    ...(profil === null ? {} : { profil }),
    aujourdhui: jourDe(maintenant),
    admettre: (code) => exigerTerritoireCouvert(acces, code),
    secret: () => loadSecret(base.connection, secret),
  })
}
