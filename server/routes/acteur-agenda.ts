import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import type { Acteur } from '../services/agenda.ts'

/** Who acts on the calendar of the territory shown; null before the first snapshot. */
export const acteurDeLAgenda = async ({ etat, maintenant }: Deps, c: Context<Env>): Promise<Acteur | null> => {
  const { territoire } = (await lireSujet(c)).contexte
  if (territoire === null) return null
  const { qui, role } = c.get('acces')
  const instant = maintenant()
  return { etat, territoire, qui, role, instant: instantDe(instant), aujourdhui: jourDe(instant) }
}
