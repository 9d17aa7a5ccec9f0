import type { Alea } from './alea.ts'
import { partManquee } from './attestations.ts'
import { type Rythme, tirerCadences } from './cadences.ts'
import { CALIBRAGE } from './calibrage.ts'
import { type Classement, type Classes, classerGuichets } from './classement.ts'
import type { Classe } from './classes.ts'
import { lognormale, melange, prepareDelai, uniforme } from './delais.ts'
import type { Guichet } from './guichet.ts'
import { type Cadre, type Habitudes, tirerHabitudes } from './habitudes.ts'
import type { Pratique } from './pratique.ts'

/** A demande is registered within 58 days of its deposit, unless the deposit is antedated by 66 to 400 days. */
const DELAI_MAXIMUM = 58
const ANTIDATES = uniforme(66, 400)

/** What a guichet of those habits does, act by act. */
export const composerPratique = (h: Habitudes, { calendrier, annee }: Cadre): Pratique => {
  const delai = melange([
    [1 - h.retroactifs, lognormale(h.mediane, h.sigma, DELAI_MAXIMUM)],
    [h.retroactifs, ANTIDATES],
  ])
  const { retroactifs, incomplets, rfrAbsent, piecesAbsentes, forcages, injustifies, anticipes, incoherences } = h
  const { changementsNom, rejets, bauxNonEnregistres, champsVides, lexique } = h
  return {
    retroactifs,
    incomplets,
    rfrAbsent,
    piecesAbsentes,
    forcages,
    injustifies,
    anticipes,
    incoherences,
    changementsNom,
    rejets,
    bauxNonEnregistres,
    champsVides,
    lexique,
    ...h.rythme,
    delaiEnregistrement: prepareDelai(delai),
    attestationsManquees: partManquee(delai, h.attestations, calendrier, annee),
    copies: Math.max(h.copies, forcages * injustifies + 0.001),
    attributionsIncompletes: Math.max(h.incompletes, h.sansReservataire),
    reservatairesAbsents: h.sansReservataire,
  }
}

/** Who acts, by what they do, and what is drawn of each: all by rank of guichet. */
export interface Effectif {
  /** From the most active to the least. */
  readonly actifs: readonly number[]
  /** Those whose own software speaks to the national system. */
  readonly privatifs: readonly number[]
  /** From the largest landlord to the smallest. */
  readonly bailleurs: readonly number[]
  readonly classement: Classement
  readonly habitudes: readonly Habitudes[]
}

/** Draws the habits of every guichet, as they are before anything changes. */
export const tirerEffectif = (guichets: readonly Guichet[], cadre: Cadre, alea: Alea): Effectif => {
  const de = (rang: number) => guichets[rang] as Guichet
  const rangs = [...guichets.keys()]
  const actifs = rangs.filter((r) => de(r).part > 0)
  const bailleurs = rangs
    .filter((r) => de(r).partAttributions > 0)
    .sort((a, b) => de(b).partAttributions - de(a).partAttributions)
  const attributionsDe = (rang: number) => CALIBRAGE.attributions * cadre.demandes * de(rang).partAttributions
  const cadences = tirerCadences(bailleurs, attributionsDe, cadre, alea)
  const aucune: Rythme = { cadence: 'RAPIDE', delaiAttribution: prepareDelai(lognormale(7, 0.7, DELAI_MAXIMUM)) }
  const privatifs = actifs.filter((r) => de(r).mode === 'PRIVATIF')
  const classement = classerGuichets(actifs, privatifs, bailleurs, alea)
  const habitudes = guichets.map((g, rang) => {
    const classeDe = (classes: Classes): Classe => classes.get(rang) ?? 'honnete'
    return tirerHabitudes(g, classeDe, classement, cadences.get(rang) ?? aucune, cadre, alea)
  })
  return { actifs, privatifs, bailleurs, classement, habitudes }
}
