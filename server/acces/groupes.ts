import type { Guichet } from '../../ingest/store/guichet.ts'
import type { PoidsDeService } from '../../metrics/groupe.ts'

/** What stands for the categories that are told as one. */
export const AUTRES = { entite: 'AUTRES', libelle: 'Autres catégories' } as const

/** Below this many services, one could be told from the figures of the others, or from their sum. */
export const SERVICES_MINIMUM = 5

/** What one service may make of a figure told of several: beyond, the figure is all but its own. */
export const PART_MAXIMALE = 0.85

/** Below this, an indicator is too rare in the month to decide of categories for all of the others. */
const EFFECTIF_QUI_DECIDE = 30

export const serviceDe = ({ code, service_code }: Guichet): string => service_code ?? code

/** The services of each category; those of guichets that the register lacks have none. */
export const servicesParCategorie = (guichets: readonly Guichet[]): ReadonlyMap<string | null, ReadonlySet<string>> => {
  const services = new Map<string | null, Set<string>>()
  for (const guichet of guichets) {
    const siens = services.get(guichet.categorie) ?? new Set()
    services.set(guichet.categorie, siens.add(serviceDe(guichet)))
  }
  return services
}

type Poids = Pick<PoidsDeService, 'indicateur' | 'service' | 'effectif'>

/** The indicators of which one service makes too much. */
export const dominees = (poids: readonly Poids[]): ReadonlySet<string> => {
  const sommes = new Map<string, { total: number; services: Map<string, number> }>()
  for (const { indicateur, service, effectif } of poids) {
    const somme = sommes.get(indicateur) ?? { total: 0, services: new Map<string, number>() }
    sommes.set(indicateur, somme)
    somme.total += effectif
    somme.services.set(service, (somme.services.get(service) ?? 0) + effectif)
  }
  const domine = [...sommes].filter(([, { total, services }]) => Math.max(...services.values()) > PART_MAXIMALE * total)
  return new Set(domine.map(([indicateur]) => indicateur))
}

/** The indicators that enough is counted of, and that the whole territory does not owe to one service. */
const quiDecident = (poids: readonly Poids[]): ReadonlySet<string> => {
  const totaux = new Map<string, number>()
  for (const { indicateur, effectif } of poids) totaux.set(indicateur, (totaux.get(indicateur) ?? 0) + effectif)
  const impossibles = dominees(poids)
  return new Set(
    [...totaux].filter(([code, n]) => n >= EFFECTIF_QUI_DECIDE && !impossibles.has(code)).map(([code]) => code),
  )
}

/** The categories told as one, and whether what they come to together may be told. */
export interface Groupe {
  readonly categories: readonly string[]
  readonly dit: boolean
}

export const SANS_GROUPE: Groupe = { categories: [], dit: false }

/**
 * The categories of a month that are told as one: those of too few services, with what the register lacks, joined by the
 * smallest told one for as long as they have too few services together or one makes too much of an indicator. Rare
 * indicators do not decide: where one service makes too much of theirs, they are told of the territory alone.
 */
export const grouperCategories = (guichets: readonly Guichet[], poids: readonly PoidsDeService[]): Groupe => {
  const parCategorie = servicesParCategorie(guichets)
  const decident = quiDecident(poids)
  const categories = [...parCategorie]
    .flatMap(([categorie, services]) => (categorie === null ? [] : [[categorie, services] as const]))
    .sort(([a, m], [b, n]) => m.size - n.size || (a < b ? -1 : 1))
  const reunis = new Set(parCategorie.get(null))
  const groupe: string[] = []
  const tient = (): boolean => {
    const leurs = poids.filter(({ categorie }) => categorie === null || groupe.includes(categorie))
    return reunis.size >= SERVICES_MINIMUM && [...dominees(leurs)].every((code) => !decident.has(code))
  }
  for (const [categorie, services] of categories) {
    if (services.size >= SERVICES_MINIMUM && (reunis.size === 0 || tient())) break
    groupe.push(categorie)
    for (const service of services) reunis.add(service)
  }
  return { categories: groupe.sort(), dit: reunis.size >= SERVICES_MINIMUM && tient() }
}
