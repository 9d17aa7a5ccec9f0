import { randomBytes } from 'node:crypto'
import type { Base } from '../../ingest/store/base.ts'
import type { RefusRequete } from '../../web/requetes.ts'
import { suivreOublis } from '../lecture/memoire.ts'
import { BORNES } from './bornes.ts'
import type { EnCours, Rendu } from './confier.ts'
import { refuser } from './refus.ts'

/** What became of a query. */
export type Issue = Rendu | { readonly refus: RefusRequete }

/** A query that somebody launched: what it is, and what became of it; null while it runs. */
export interface Execution<Q> {
  readonly id: string
  readonly qui: string
  readonly question: Q
  readonly debut: number
  readonly issue: Issue | null
  /** Settles when it is over. */
  readonly finie: Promise<Issue>
}

/** Does the work of a query; `suivre` is given the process that can be killed, once there is one. */
export type Travail = (suivre: (enCours: EnCours) => void) => Promise<Issue>

/** Who runs queries of a base, how many at a time, and what they gave, for a while. */
export interface Atelier<Q> {
  lancer(qui: string, question: Q, travail: Travail, maintenant: number): Execution<Q>
  /** A person's own; another's is not there. */
  trouver(qui: string, id: string): Execution<Q> | undefined
  enCoursDe(qui: string): Execution<Q> | undefined
  /** Kills the person's query under way; whether there was one. */
  arreter(qui: string): boolean
}

/** How long a result stands, how many of one person's, and of all. */
const DUREE = 30 * 60_000
const SIENNES = 4
const TOUTES = 24

interface Tenue<Q> extends Omit<Execution<Q>, 'issue'> {
  issue: Issue | null
  enCours: EnCours | null
  arret: RefusRequete | null
}

const occupation = (tenues: readonly Tenue<unknown>[], qui: string): RefusRequete | null => {
  const enCours = tenues.filter(({ issue }) => issue === null)
  if (enCours.filter((une) => une.qui === qui).length >= BORNES.parPersonne)
    return refuser('OCCUPEE', 'Vous avez déjà une requête en cours.')
  return enCours.length >= BORNES.ensemble
    ? refuser('OCCUPEE', `${BORNES.ensemble} requêtes tournent déjà : une autre attendrait trop.`)
    : null
}

const creer = <Q>(base: Base): Atelier<Q> => {
  let tenues: Tenue<Q>[] = []
  const tuer = (une: Tenue<Q>, refus: RefusRequete): void => {
    une.arret ??= refus
    une.enCours?.arreter(refus)
  }
  suivreOublis(base, () => {
    const change = refuser('BASE_CHANGEE', 'La base vient de changer : ce résultat n’est plus le sien.')
    for (const une of tenues)
      if (une.issue === null) tuer(une, change)
      else une.issue = { refus: change }
  })
  /** Forgets the oldest results. */
  const oublierLesVieilles = (qui: string, maintenant: number): void => {
    const gardees = tenues.filter(({ issue, debut }) => issue === null || maintenant - debut < DUREE)
    const siennes = gardees.filter((une) => une.qui === qui && une.issue !== null).slice(0, 1 - SIENNES)
    const restantes = gardees.filter((une) => !siennes.includes(une))
    tenues = restantes.filter(({ issue }, i) => issue === null || i >= restantes.length - TOUTES)
  }
  return {
    lancer: (qui, question, travail, maintenant) => {
      oublierLesVieilles(qui, maintenant)
      const occupee = occupation(tenues, qui)
      const faire = async (): Promise<Issue> => {
        if (occupee !== null) return { refus: occupee }
        const issue = await travail((enCours) => {
          tenue.enCours = enCours
          if (tenue.arret !== null) enCours.arreter(tenue.arret)
        }).catch(() => ({ refus: refuser('TOMBEE', 'La requête s’est interrompue.') }))
        return tenue.arret === null ? issue : { refus: tenue.arret }
      }
      const tenue: Tenue<Q> = {
        id: randomBytes(9).toString('base64url'),
        qui,
        question,
        debut: maintenant,
        issue: occupee === null ? null : { refus: occupee },
        finie: Promise.resolve({ refus: refuser('TOMBEE', '') }),
        enCours: null,
        arret: null,
      }
      const finie = faire().then((issue) => {
        tenue.issue ??= issue
        return issue
      })
      tenues.push(tenue)
      return Object.assign(tenue, { finie })
    },
    trouver: (qui, id) => {
      const voulue = tenues.find((une) => une.id === id && une.qui === qui)
      // What is looked at is the last to be forgotten.
      if (voulue !== undefined) tenues = [...tenues.filter((une) => une !== voulue), voulue]
      return voulue
    },
    enCoursDe: (qui) => tenues.find((une) => une.qui === qui && une.issue === null),
    arreter: (qui) => {
      const une = tenues.find((tenue) => tenue.qui === qui && tenue.issue === null)
      if (une === undefined) return false
      tuer(une, refuser('ARRETEE', 'Vous avez arrêté la requête.'))
      return true
    },
  }
}

const desBases = new WeakMap<Base, Atelier<unknown>>()

/** The queries of a base. */
export const atelierDe = <Q>(base: Base): Atelier<Q> => {
  const atelier = desBases.get(base) ?? creer<unknown>(base)
  desBases.set(base, atelier)
  return atelier as Atelier<Q>
}
