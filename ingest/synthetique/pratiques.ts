import { GESTIONNAIRE, type Guichet, PORTAIL } from './guichet.ts'
import type { Hasard } from './hasard.ts'
import { type CodeIndicateur, SEUILS } from './seuils.ts'

/** The true rates of one guichet: probability per act, or median days of a delay. */
export type Pratique = Record<CodeIndicateur, number> & {
  /** Records its attributions in one go after each quarter. */
  trimestriel: boolean
  /** Share of its leases whose attribution is never recorded. */
  nonSaisies: number
}

interface Plage {
  readonly honnete: readonly [number, number]
  readonly mauvais: readonly [number, number]
  readonly nombre: number
  readonly famille: 'acte' | 'attribution' | 'interface'
}

const acte = (honnete: Plage['honnete'], mauvais: Plage['mauvais'], nombre: number): Plage => ({ honnete, mauvais, nombre, famille: 'acte' })

/** In multiples of the alert threshold: what the honest do, what the bad do, and how many of these there are. */
const PLAGES: Partial<Record<CodeIndicateur, Plage>> = {
  delai_enregistrement: acte([0.2, 0.6], [2.1, 2.7], 2),
  attestations_hors_delai: acte([0.2, 0.6], [2.5, 4], 2),
  depots_retroactifs: acte([0.15, 0.5], [2.5, 4], 2),
  dossiers_incomplets: acte([0.2, 0.6], [2, 3], 3),
  pieces_identite_absentes: acte([0.2, 0.55], [3, 4], 2),
  forcages: acte([0.2, 0.5], [2.7, 5], 3),
  forcages_injustifies: acte([0.1, 0.5], [2.5, 4], 1),
  doublons_actifs: acte([0.25, 0.55], [2.5, 4], 2),
  renouvellements_anticipes: acte([0.2, 0.6], [2.5, 5], 2),
  incoherences: acte([0.2, 0.55], [3, 4], 2),
  delai_attribution: { honnete: [0.4, 0.8], mauvais: [2.3, 2.8], nombre: 0, famille: 'attribution' },
  attributions_hors_delai: { honnete: [0.2, 0.6], mauvais: [2.8, 3.8], nombre: 3, famille: 'attribution' },
  attributions_incompletes: { honnete: [0.35, 0.6], mauvais: [2.5, 4], nombre: 2, famille: 'attribution' },
  reservataires_absents: { honnete: [0.15, 0.3], mauvais: [2.5, 3.5], nombre: 1, famille: 'attribution' },
  rejets_interface: { honnete: [0.2, 0.6], mauvais: [2.5, 4], nombre: 2, famille: 'interface' },
}

/** Where a guichet stands between the two, called neither honest nor bad. */
const ENTRE_DEUX: readonly CodeIndicateur[] = ['attestations_hors_delai', 'dossiers_incomplets']

const RANGS_MAUVAIS = 9
/** Delays of those that record by the quarter: on average half of it, and the days taken after it. */
const TRIMESTRE = { horsDelai: 0.73, mediane: 51 }
/** Mean of what exceeds thirty days. */
export const MOYENNE_AU_DELA = 32

const estReel = (g: Guichet) => g.code !== PORTAIL && g.code !== GESTIONNAIRE

/** Ranks of the most active guichets that an indicator judges. */
const candidats = (registre: readonly Guichet[], famille: Plage['famille']): number[] => {
  const poids = (g: Guichet) => (famille === 'attribution' ? g.partAttributions : g.part)
  return registre
    .map((g, rang) => ({ g, rang }))
    .filter(({ g }) => estReel(g) && poids(g) > 0 && (famille !== 'interface' || g.mode === 'PRIVATIF'))
    .sort((a, b) => poids(b.g) - poids(a.g) || a.rang - b.rang)
    .slice(0, famille === 'interface' ? 5 : RANGS_MAUVAIS)
    .map(({ rang }) => rang)
}

const rend = (pratiques: readonly Pratique[], rang: number): Pratique => pratiques[rang] as Pratique

/** What a rate implies of another: one act can be a defect under two indicators. */
const accorde = (p: Pratique): void => {
  p.delai_enregistrement = Math.round(p.delai_enregistrement)
  p.attributions_incompletes = Math.max(p.attributions_incompletes, p.reservataires_absents * 1.1)
  p.doublons_actifs = Math.max(p.doublons_actifs, p.forcages * p.forcages_injustifies)
  const longs = p.attributions_hors_delai
  p.delai_attribution = longs > 0.5 ? 30.5 - MOYENNE_AU_DELA * Math.log(0.5 / longs) : Math.round(p.delai_attribution)
}

/** Each guichet's true rates: nearly all well under the threshold, one to three of the active ones far above it. */
export const drawPratiques = (registre: readonly Guichet[], hasard: Hasard): Pratique[] => {
  const zeros = Object.fromEntries(Object.keys(SEUILS).map((code) => [code, 0])) as Record<CodeIndicateur, number>
  const pratiques = registre.map((): Pratique => ({ ...zeros, trimestriel: false, nonSaisies: hasard.entre(0.005, 0.02) }))
  for (const [code, plage] of Object.entries(PLAGES) as [CodeIndicateur, Plage][]) {
    const seuil = SEUILS[code] ?? 0
    for (const p of pratiques) p[code] = seuil * hasard.entre(...plage.honnete)
    const restants = candidats(registre, plage.famille)
    const retire = () => restants.splice(hasard.entier(restants.length), 1)[0]
    for (let i = 0; i < plage.nombre; i++) {
      const rang = retire()
      if (rang !== undefined) rend(pratiques, rang)[code] = seuil * hasard.entre(...plage.mauvais)
    }
    const entre = ENTRE_DEUX.includes(code) ? retire() : undefined
    if (entre !== undefined) rend(pratiques, entre)[code] = seuil * hasard.entre(1.05, 1.3)
  }
  deplaceForcagesInjustifies(pratiques)
  const [trimestriel, oublieux] = candidats(registre, 'attribution').slice(4)
  for (const p of pratiques) accorde(p)
  if (trimestriel !== undefined)
    Object.assign(rend(pratiques, trimestriel), {
      trimestriel: true,
      attributions_hors_delai: TRIMESTRE.horsDelai,
      delai_attribution: TRIMESTRE.mediane,
    })
  if (oublieux !== undefined) rend(pratiques, oublieux).nonSaisies = 0.15
  return pratiques
}

/** Unjustified forcing shows only where much is forced: the guichet that forces most is the one that abuses it. */
const deplaceForcagesInjustifies = (pratiques: readonly Pratique[]): void => {
  const abusif = pratiques.reduce((a, b) => (b.forcages_injustifies > a.forcages_injustifies ? b : a))
  const premier = pratiques.reduce((a, b) => (b.forcages > a.forcages ? b : a))
  const taux = abusif.forcages_injustifies
  abusif.forcages_injustifies = premier.forcages_injustifies
  premier.forcages_injustifies = taux
}
