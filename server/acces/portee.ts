import { createHmac } from 'node:crypto'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { Niveau } from '../../metrics/resultat.ts'
import type { Acces } from './acces.ts'

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
  /** Guichets told one by one. */
  readonly guichets: readonly Guichet[]
}

/** What a scope is made from. */
export interface MatierePortee {
  readonly acces: Acces
  /** The month's guichets, those its data name included. */
  readonly guichets: readonly Guichet[]
  /** Whether the comité has decided that services are named to it. */
  readonly copilNominatif: boolean
  /** A value of this installation's own, never shown: the order of anonymous services comes from it. */
  readonly sel: string
}

const identite = <L extends Sujet>(ligne: L): L => ligne

const agregats = ({ niveau }: Sujet): boolean => niveau === 'CATEGORIE' || niveau === 'TERRITOIRE'

export const serviceDe = ({ code, service_code }: Guichet): string => service_code ?? code

/** Service codes in an order that tells nothing of them, the same as long as the installation lives. */
const rangsAnonymes = (services: readonly string[], sel: string): ReadonlyMap<string, number> => {
  const marque = (code: string) => createHmac('sha256', sel).update(code).digest('hex')
  const melanges = [...new Set(services)].map((code) => [marque(code), code] as const).sort()
  return new Map(melanges.map(([, code], i) => [code, i + 1]))
}

const anonymiser = ({ guichets, sel }: MatierePortee): Portee['nommer'] => {
  const rangs = rangsAnonymes(guichets.map(serviceDe), sel)
  return (ligne) => {
    if (ligne.niveau !== 'SERVICE') return ligne
    const rang = rangs.get(ligne.entite) ?? 0
    return { ...ligne, entite: `S${rang}`, ...('libelle' in ligne ? { libelle: `Service n° ${rang}` } : {}) }
  }
}

/** Below this many guichets in a category, one could be told from the figures of the others, or from their sum. */
export const PAIRS_MINIMUM = 5

/**
 * Categories not told: those of too few guichets, and the next ones for as long as the territory less the others would
 * give the sum of too few.
 */
const petitesCategories = (guichets: readonly Guichet[]): ReadonlySet<string> => {
  const comptes = new Map<string, number>()
  for (const { categorie } of guichets)
    if (categorie !== null) comptes.set(categorie, (comptes.get(categorie) ?? 0) + 1)
  const petites = new Set<string>()
  let tus = guichets.filter(({ categorie }) => categorie === null).length
  for (const [categorie, n] of [...comptes].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1)))
    if (n < PAIRS_MINIMUM || (tus > 0 && tus < PAIRS_MINIMUM)) {
      petites.add(categorie)
      tus += n
    }
  return petites
}

/** A figure without what its peers' have made of it. */
const sansPairs = <L extends Sujet>(ligne: L): L =>
  'reference' in ligne ? { ...ligne, reference: null, z_ajuste: null } : ligne

/** What a role sees of a month. */
export const porteeDe = (matiere: MatierePortee): Portee => {
  const { acces, guichets } = matiere
  switch (acces.role) {
    case 'gestionnaire':
    case 'etat':
      return { entiere: true, voit: () => true, nommer: identite, anonyme: false, guichets }
    case 'prefet':
      return { entiere: false, voit: agregats, nommer: identite, anonyme: false, guichets: [] }
    case 'copil':
      return {
        entiere: false,
        voit: (sujet) => agregats(sujet) || sujet.niveau === 'SERVICE',
        nommer: matiere.copilNominatif ? identite : anonymiser(matiere),
        anonyme: !matiere.copilNominatif,
        guichets: [],
      }
    case 'guichet': {
      const siens = guichets.filter((guichet) => serviceDe(guichet) === acces.service)
      const codes = new Set(siens.map(({ code }) => code))
      const petites = petitesCategories(guichets)
      const voit = ({ niveau, entite }: Sujet) => {
        if (niveau === 'TERRITOIRE') return true
        if (niveau === 'CATEGORIE') return !petites.has(entite)
        return niveau === 'SERVICE' ? entite === acces.service : codes.has(entite)
      }
      const parmiPeu = siens.some(({ categorie }) => categorie !== null && petites.has(categorie))
      return { entiere: false, voit, nommer: parmiPeu ? sansPairs : identite, anonyme: false, guichets: siens }
    }
    case 'partenaire':
      return { entiere: false, voit: () => false, nommer: identite, anonyme: false, guichets: [] }
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
  if (new Set(lignes.map(({ entite }) => entite)).size < PAIRS_MINIMUM) return siennes
  const autres = lignes.filter((ligne) => !portee.voit(ligne)).sort((a, b) => (a.valeur ?? -1) - (b.valeur ?? -1))
  return [...siennes, ...autres.map((ligne, i) => ({ ...ligne, entite: `P${i + 1}`, libelle: 'Pair' }))]
}

/** Peers without those that are too few for whoever does not see them all: their sum would tell one of them. */
export const sansPairsTropPeu = <P extends { readonly effectif: number }>(pairs: readonly P[], portee: Portee): P[] =>
  pairs.filter(({ effectif }) => portee.entiere || effectif >= PAIRS_MINIMUM)
