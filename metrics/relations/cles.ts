import type { Registre } from '../engine/registre.ts'
import type { Niveau } from '../resultat.ts'
import { type Condition, constante, parmi, type Terme, vrai } from '../sql.ts'

type NiveauDeCle = Exclude<Niveau, 'TERRITOIRE'>

/** What facts are counted by, and which entities of a month's register the keys come up to. */
export interface Cles {
  /** Whether a key is a guichet's code, so that one the register lacks is a guichet more. */
  readonly deGuichets: boolean
  /** The entity of a level that a key counts for: none where it is unknown. */
  readonly entiteDe: (registre: Registre, niveau: NiveauDeCle, cle: string) => string | null | undefined
  /** The keys that count for an entity. */
  readonly clesDe: (registre: Registre, niveau: NiveauDeCle, entite: string) => readonly string[]
}

const CHAMPS = { GUICHET: 'code', SERVICE: 'service_code', CATEGORIE: 'categorie' } as const

/** By guichet. One that the register lacks counts for itself, and for a service of its name. */
export const CLES_GUICHET: Cles = {
  deGuichets: true,
  entiteDe: ({ guichets }, niveau, cle) => guichets.get(cle)?.[CHAMPS[niveau]],
  clesDe: ({ guichets }, niveau, entite) => {
    const siens = [...guichets.values()].filter((guichet) => guichet[CHAMPS[niveau]] === entite)
    const inconnu = siens.length === 0 && niveau !== 'CATEGORIE' && !guichets.has(entite)
    return inconnu ? [entite] : siens.map(({ code }) => code)
  },
}

const entiteDuSiren: Cles['entiteDe'] = ({ serviceDuSiren, services }, niveau, siren) => {
  if (niveau === 'GUICHET') return null
  const service = serviceDuSiren.get(siren)
  return niveau === 'SERVICE' ? service : services.get(service ?? '')?.categorie
}

/** By siren: a landlord's service, whichever of its guichets acts. */
export const CLES_SIREN: Cles = {
  deGuichets: false,
  entiteDe: entiteDuSiren,
  clesDe: (registre, niveau, entite) =>
    [...registre.serviceDuSiren.keys()].filter((siren) => entiteDuSiren(registre, niveau, siren) === entite),
}

/** The condition that a row counts for one of some keys; for any, the unknown included, where they are null. */
export const parmiCles = (terme: Terme, cles: readonly string[] | null): Condition =>
  cles === null ? vrai(constante(true)) : parmi(terme, cles)
