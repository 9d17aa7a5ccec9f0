import type { Context } from 'hono'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../../web/contexte.ts'
import type { Deps } from '../../deps.ts'
import type { Env } from '../../env.ts'
import { instantDe, jourDe } from '../../horloge.ts'
import type { Acteur } from '../../services/agenda.ts'
import { lireServices, type ServiceConnu } from '../agenda/services.ts'
import { lireSujet } from '../contexte.ts'

/** What pages of habilitations are about: the territory shown, the services of its latest register, who acts. */
export interface SujetHabilitations {
  readonly contexte: Contexte & { readonly territoire: string }
  readonly services: readonly ServiceConnu[]
  readonly acteur: Acteur
  readonly aujourdhui: Jour
}

/** Null before the first snapshot. */
export const sujetDesHabilitations = async (
  { etat, base, maintenant }: Deps,
  c: Context<Env>,
): Promise<SujetHabilitations | null> => {
  const { contexte, etat: territoireLu } = await lireSujet(c)
  const { territoire } = contexte
  const calcule = territoireLu?.calcules.at(-1)
  if (territoire === null || calcule === undefined) return null
  const { qui, role } = c.get('acces')
  const instant = maintenant()
  const aujourdhui = jourDe(instant)
  return {
    contexte: { ...contexte, territoire },
    services: await lireServices(base, { territoire, calcule }),
    acteur: { etat, territoire, qui, role, instant: instantDe(instant), aujourdhui },
    aujourdhui,
  }
}

/** Services as a choice of a form. */
export const enChoix = (services: readonly ServiceConnu[]): (readonly [code: string, libelle: string])[] =>
  services.map(({ code, libelle }) => [code, libelle])
