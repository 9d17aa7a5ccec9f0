import type { Context } from 'hono'
import { moisDe } from '../../ingest/socle/jour.ts'
import type { Contexte } from '../../web/contexte.ts'
import type { FicheIndicateur } from '../../web/fiche-indicateur.ts'
import { MoisSansChiffres } from '../../web/pages/mois-sans-chiffres.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import type { Lecture } from '../lecture/chiffres.ts'
import { lireSujet, type Sujet } from '../lecture/contexte.ts'
import { fichesDe } from '../lecture/fiches.ts'

/** A page's subject once there are figures to show. */
export interface SujetCalcule extends Pick<Sujet, 'etat' | 'tousLesMois'> {
  readonly contexte: Contexte
  /** The indicators, with the norms the month was judged by. */
  readonly fiches: readonly FicheIndicateur[]
  /** What the page reads its figures with. */
  readonly lecture: Lecture
}

type Rendu = Response | Promise<Response>

/** Answers a page about a month with figures; says so in a page of its own where there are none. */
export const pageDuMois =
  (deps: Deps, rendre: (c: Context<Env>, sujet: SujetCalcule) => Rendu) =>
  async (c: Context<Env>): Promise<Response> => {
    const { lecteur, contexte, calcule, portee, etat, tousLesMois } = await lireSujet(c)
    if (contexte.territoire === null || contexte.mois === null)
      return c.html(<PremiereUtilisation contexte={contexte} />)
    if (calcule === null || portee === null) {
      const enCours = contexte.mois >= moisDe(jourDe(deps.maintenant()))
      return c.html(
        <MoisSansChiffres
          contexte={contexte}
          mois={contexte.mois}
          raison={enCours ? 'EN_COURS' : 'INSTANTANE_ABSENT'}
        />,
      )
    }
    return rendre(c, {
      contexte,
      etat,
      tousLesMois,
      fiches: fichesDe(etat?.calcules ?? [], calcule),
      lecture: { lecteur, portee, territoire: contexte.territoire, calcule },
    })
  }
