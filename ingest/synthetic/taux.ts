import { tauxAttestations } from './attestations.ts'
import { CALIBRAGE } from './calibrage.ts'
import type { Equilibre } from './calibrer.ts'
import { PART_STABLE } from './candidats.ts'
import { partAuDela, quantile } from './delais.ts'
import type { Guichet } from './guichet.ts'
import type { Monde } from './monde.ts'
import type { Pratique } from './pratique.ts'

/**
 * A renewal made earlier is more often reached before the household leaves, and comes from a more recent and more
 * numerous year of registrations: early renewals weigh a little more in a month's than among the decisions.
 */
const partDesAnticipes = (p: number): number => {
  const milieu = ([bas, haut]: readonly [number, number]) => (bas + haut) / 2
  const avance = milieu(CALIBRAGE.renouvellementAnticipe) - milieu(CALIBRAGE.renouvellementATemps)
  const { attributions, autresRadiations, croissance } = CALIBRAGE
  const poids = p * Math.exp(((attributions + autresRadiations + croissance) * avance) / 365.25)
  return poids / (poids + 1 - p)
}

/** Days after which a recorded lease is late. */
const JOURS_ATTRIBUTION = 30

/**
 * Share of a stock that are copies: each registration is one with probability p, and a copy lives on average
 * `survie` times what any demande lives.
 */
const partDuStock = (p: number, survie: number): number => (p * survie) / (1 - p + p * survie)

/** Rates, or medians in days, by indicator. */
export type Mesures = Readonly<Record<string, number>>

const alEnregistrement = (p: Pratique, { calendrier }: Monde, annee: number, equilibre: Equilibre): Mesures => ({
  delai_enregistrement: quantile(p.delaiEnregistrement.parts, 0.5),
  attestations_hors_delai: tauxAttestations(p.delaiEnregistrement.parts, p.attestationsManquees, calendrier, annee),
  depots_retroactifs: p.retroactifs,
  dossiers_incomplets: p.champsVides === 0 ? p.incomplets : 1,
  rfr_absent: p.rfrAbsent,
  pieces_identite_absentes: p.piecesAbsentes,
  forcages: p.forcages,
  forcages_injustifies: p.injustifies,
  doublons_actifs: partDuStock(p.copies, equilibre.survieDesCopies),
  renouvellements_anticipes: partDesAnticipes(p.anticipes),
  incoherences: p.incoherences,
  mouvements_civilite: p.changementsNom * (1 - PART_STABLE),
})

const aLAttribution = (p: Pratique): Mesures => ({
  delai_attribution: quantile(p.delaiAttribution.parts, 0.5),
  attributions_hors_delai: partAuDela(p.delaiAttribution.parts, JOURS_ATTRIBUTION),
  attributions_incompletes: p.attributionsIncompletes,
  reservataires_absents: p.reservatairesAbsents,
})

/** What a guichet's figures would be with endless data, if it always worked in that way. */
export const mesuresDe = (monde: Monde, g: Guichet, p: Pratique, annee: number, equilibre: Equilibre): Mesures => ({
  ...(g.part > 0 || g.categorie === 'PORTAIL' ? alEnregistrement(p, monde, annee, equilibre) : {}),
  ...(g.partAttributions > 0 ? aLAttribution(p) : {}),
  ...(g.mode === 'PRIVATIF' ? { rejets_interface: p.rejets } : {}),
})
