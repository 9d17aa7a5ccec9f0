import type { Context } from 'hono'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { Contexte } from '../../web/contexte.ts'
import { MoisSansChiffres } from '../../web/pages/mois-sans-chiffres.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import type { Deps } from '../deps.ts'
import { jourDe } from '../horloge.ts'
import { lireSujet, type Sujet } from '../modeles/contexte.ts'

/** A page's subject once there are figures to show. */
export interface SujetCalcule extends Sujet {
  readonly territoire: string
  readonly calcule: MoisCalcule
  readonly contexte: Contexte
}

type Rendu = Response | Promise<Response>

/** Answers a page about a month with figures; says so in a page of its own where there are none. */
export const pageDuMois =
  (deps: Deps, rendre: (c: Context, sujet: SujetCalcule) => Rendu) =>
  async (c: Context): Promise<Response> => {
    const sujet = await lireSujet(deps, c)
    const { contexte, calcule } = sujet
    if (contexte.territoire === null || contexte.mois === null)
      return c.html(<PremiereUtilisation contexte={contexte} />)
    if (calcule === null) {
      const enCours = contexte.mois >= jourDe(deps.maintenant()).slice(0, 7)
      return c.html(<MoisSansChiffres contexte={contexte} raison={enCours ? 'EN_COURS' : 'INSTANTANE_ABSENT'} />)
    }
    return rendre(c, { ...sujet, territoire: contexte.territoire, calcule })
  }
