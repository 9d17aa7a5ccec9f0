import { tauxAttestations } from './attestations.ts'
import { CALIBRAGE } from './calibrage.ts'
import type { Equilibre } from './calibrer.ts'
import { PART_STABLE } from './candidats.ts'
import { partAuDela, quantile } from './delais.ts'
import type { Guichet } from './guichet.ts'
import type { Monde } from './monde.ts'
import type { Pratique } from './pratique.ts'
import { seuilDe, type Verdict, verdictDe } from './seuils.ts'

/** What a guichet's figure would be with endless data. */
export interface TauxVrai {
  readonly guichet: string
  readonly categorie: string
  readonly indicateur: string
  /** A share, or a median in days. */
  readonly taux: number
  readonly seuil: number | null
  /** Null between the threshold and 1.5 times it, without threshold, and for guichets that have no state. */
  readonly verdict: Verdict | null
}

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

/** Rates by indicator. */
type Mesures = Readonly<Record<string, number>>

const alEnregistrement = (p: Pratique, { calendrier }: Monde, annee: number, equilibre: Equilibre): Mesures => ({
  delai_enregistrement: quantile(p.delaiEnregistrement.parts, 0.5),
  attestations_hors_delai: tauxAttestations(p.delaiEnregistrement.parts, p.attestationsManquees, calendrier, annee),
  depots_retroactifs: p.retroactifs,
  dossiers_incomplets: p.incomplets,
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

const aUnEtat = (g: Guichet): boolean =>
  g.categorie !== 'PORTAIL' && g.categorie !== 'GESTIONNAIRE' && g.fermeture === 0

/** The true figure of each guichet for each indicator that it can have. */
export const tauxVrais = (monde: Monde, annee: number, equilibre: Equilibre): TauxVrai[] =>
  monde.guichets.flatMap((g, rang) => {
    const p = monde.pratiques[rang] as Pratique
    const mesures: Mesures = {
      ...(g.part > 0 || g.categorie === 'PORTAIL' ? alEnregistrement(p, monde, annee, equilibre) : {}),
      ...(g.partAttributions > 0 ? aLAttribution(p) : {}),
      ...(g.mode === 'PRIVATIF' ? { rejets_interface: p.rejets } : {}),
    }
    return Object.entries(mesures).map(([indicateur, taux]) => {
      const seuil = seuilDe(monde.seuils, indicateur)
      return {
        guichet: g.code,
        categorie: g.categorie,
        indicateur,
        taux,
        seuil,
        verdict: aUnEtat(g) ? verdictDe(seuil, taux) : null,
      }
    })
  })
