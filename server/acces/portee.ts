import type { Guichet } from '../../ingest/store/guichet.ts'
import type { Niveau } from '../../metrics/resultat.ts'
import type { Acces } from './acces.ts'
import { AUTRES, type Groupe, SERVICES_MINIMUM, serviceDe, servicesParCategorie } from './groupes.ts'

/** Whose a figure is. */
export interface Sujet {
  readonly niveau: Niveau
  readonly entite: string
}

/** What a person sees of a month: which entities, and by which name. */
export interface Portee {
  /** Every entity, by its own name. */
  readonly entiere: boolean
  voit(sujet: Sujet): boolean
  /** The name an entity goes by: its own, or a number in its place. */
  nommer<L extends Sujet>(ligne: L): L
  /** Whether services go by a number: their order must then tell nothing either. */
  readonly anonyme: boolean
  /** Which categories are told as one; null where each is told. */
  readonly groupe: Groupe | null
  /** Guichets told one by one. */
  readonly guichets: readonly Guichet[]
  /** Whose each guichet of the month is, whether it is told or not. */
  serviceDuGuichet(code: string): string
}

/** What a scope is made from. */
export interface MatierePortee {
  readonly acces: Acces
  /** The month's guichets, those its data name included. */
  readonly guichets: readonly Guichet[]
  /** Whether the comité has decided that services are named to it. */
  readonly copilNominatif: boolean
  /** The number that each service goes by where it is not named. */
  readonly numeros: ReadonlyMap<string, number>
  /** The categories told as one to whoever is not told which services are which. */
  readonly groupe: Groupe
}

const identite = <L extends Sujet>(ligne: L): L => ligne

const agregats = ({ niveau }: Sujet): boolean => niveau === 'CATEGORIE' || niveau === 'TERRITOIRE'

const anonymiser = ({ numeros }: MatierePortee): Portee['nommer'] => {
  return (ligne) => {
    if (ligne.niveau !== 'SERVICE') return ligne
    const numero = numeros.get(ligne.entite) ?? 0
    return { ...ligne, entite: `S${numero}`, ...('libelle' in ligne ? { libelle: `Service n° ${numero}` } : {}) }
  }
}

/**
 * Categories not told to a service: those of too few others, and the next ones for as long as the territory less the
 * others would give the sum of too few.
 */
const petitesCategories = (guichets: readonly Guichet[], lui: string | null): ReadonlySet<string> => {
  const autres = [...servicesParCategorie(guichets)].map(
    ([categorie, services]) => [categorie, new Set([...services].filter((code) => code !== lui))] as const,
  )
  const petites = new Set<string>()
  const tus = new Set(autres.find(([categorie]) => categorie === null)?.[1])
  for (const [categorie, services] of autres.sort(
    ([a, m], [b, n]) => m.size - n.size || ((a ?? '') < (b ?? '') ? -1 : 1),
  ))
    if (categorie !== null && (services.size < SERVICES_MINIMUM || (tus.size > 0 && tus.size < SERVICES_MINIMUM))) {
      petites.add(categorie)
      for (const service of services) tus.add(service)
    }
  return petites
}

/** A figure without what its peers' have made of it. */
const sansPairs = <L extends Sujet>(ligne: L): L =>
  'reference' in ligne ? { ...ligne, reference: null, z_ajuste: null } : ligne

/**
 * What the comité sees where services are not named to it: a service's category only where it is told, and nothing that
 * the category's sum could be read from where it is not.
 */
const porteeAnonyme = (matiere: MatierePortee, commune: Pick<Portee, 'serviceDuGuichet'>): Portee => {
  const { guichets, groupe } = matiere
  const reunies = new Set(groupe.categories)
  const dites = new Map<string, Set<string>>()
  for (const guichet of guichets) {
    const categorie = guichet.categorie === null || reunies.has(guichet.categorie) ? AUTRES.entite : guichet.categorie
    dites.set(serviceDe(guichet), (dites.get(serviceDe(guichet)) ?? new Set()).add(categorie))
  }
  const nommer = anonymiser(matiere)
  const categorieDe = (service: string): string => {
    const [une, ...autres] = dites.get(service) ?? []
    return une === undefined || autres.length > 0 ? AUTRES.entite : une
  }
  return {
    ...commune,
    entiere: false,
    voit: ({ niveau, entite }) => {
      if (niveau === 'CATEGORIE') return entite === AUTRES.entite ? groupe.dit : !reunies.has(entite)
      return niveau === 'TERRITOIRE' || niveau === 'SERVICE'
    },
    nommer: (ligne) => {
      if (ligne.niveau !== 'SERVICE') return nommer(ligne)
      const categorie = categorieDe(ligne.entite)
      const dite = 'categorie' in ligne ? { ...ligne, categorie } : ligne
      return nommer(categorie === AUTRES.entite ? sansPairs(dite) : dite)
    },
    anonyme: true,
    groupe,
    guichets: [],
  }
}

/** What a role sees of a month. */
export const porteeDe = (matiere: MatierePortee): Portee => {
  const { acces, guichets } = matiere
  const services = new Map(guichets.map((guichet) => [guichet.code, serviceDe(guichet)]))
  const serviceDuGuichet = (code: string): string => services.get(code) ?? code
  const commune = { serviceDuGuichet, entiere: false, nommer: identite, anonyme: false, groupe: null, guichets: [] }
  switch (acces.role) {
    case 'gestionnaire':
    case 'etat':
      return { ...commune, entiere: true, voit: () => true, guichets }
    case 'prefet':
      return { ...commune, voit: agregats }
    case 'copil':
      if (!matiere.copilNominatif) return porteeAnonyme(matiere, commune)
      return { ...commune, voit: (sujet) => agregats(sujet) || sujet.niveau === 'SERVICE' }
    case 'guichet': {
      const siens = guichets.filter((guichet) => serviceDe(guichet) === acces.service)
      const codes = new Set(siens.map(({ code }) => code))
      const petites = petitesCategories(guichets, acces.service)
      const voit = ({ niveau, entite }: Sujet) => {
        if (niveau === 'TERRITOIRE') return true
        if (niveau === 'CATEGORIE') return !petites.has(entite)
        return niveau === 'SERVICE' ? entite === acces.service : codes.has(entite)
      }
      const parmiPeu = siens.some(({ categorie }) => categorie !== null && petites.has(categorie))
      return { ...commune, voit, nommer: parmiPeu ? sansPairs : identite, guichets: siens }
    }
    case 'partenaire':
      return { ...commune, voit: () => false }
  }
}

const rangDe = (entite: string): number => Number(entite.slice(1))

/** Rows as a person sees them; anonymous services come in the order of their numbers, for that of their codes names them. */
export const dansLaPortee = <L extends Sujet>(lignes: readonly L[], portee: Portee): L[] => {
  if (portee.entiere) return [...lignes]
  const vues = lignes.filter((ligne) => portee.voit(ligne)).map((ligne) => portee.nommer(ligne))
  if (!portee.anonyme) return vues
  const services = vues.filter(({ niveau }) => niveau === 'SERVICE')
  services.sort((a, b) => rangDe(a.entite) - rangDe(b.entite))
  return [...services, ...vues.filter(({ niveau }) => niveau !== 'SERVICE')]
}

/**
 * The figures of a guichet's peers for somebody who may not know them: without names, codes or order; its own as they
 * are. None but its own where the category is too small.
 */
export const anonymiserPairs = <L extends Sujet & { readonly libelle: string; readonly valeur: number | null }>(
  lignes: readonly L[],
  portee: Portee,
): L[] => {
  if (portee.entiere) return [...lignes]
  const siennes = lignes.filter((ligne) => portee.voit(ligne)).map((ligne) => portee.nommer(ligne))
  const autres = lignes.filter((ligne) => !portee.voit(ligne)).sort((a, b) => (a.valeur ?? -1) - (b.valeur ?? -1))
  if (new Set(autres.map(({ entite }) => portee.serviceDuGuichet(entite))).size < SERVICES_MINIMUM) return siennes
  return [...siennes, ...autres.map((ligne, i) => ({ ...ligne, entite: `P${i + 1}`, libelle: 'Pair' }))]
}

/**
 * Peers without those that are too few for whoever does not see them all: their sum would tell one of them. A category that
 * is not told has none; the one who looks is not counted among its own peers.
 */
export const sansPairsTropPeu = <P extends { readonly categorie: string; readonly effectif: number }>(
  pairs: readonly P[],
  portee: Portee,
): P[] =>
  pairs.filter(
    ({ categorie, effectif }) =>
      portee.entiere ||
      (portee.voit({ niveau: 'CATEGORIE', entite: categorie }) &&
        effectif - Math.min(portee.guichets.length, 1) >= SERVICES_MINIMUM),
  )
