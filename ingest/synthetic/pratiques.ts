import type { Alea } from './alea.ts'
import { partManquee } from './attestations.ts'
import { type Rythme, tirerCadences } from './cadences.ts'
import type { Calendrier } from './calendrier.ts'
import { CALIBRAGE } from './calibrage.ts'
import { type Classe, choisirRangs, classer, tirerTaux } from './classes.ts'
import { lognormale, melange, prepareDelai, uniforme } from './delais.ts'
import type { Guichet } from './guichet.ts'
import type { Pratique } from './pratique.ts'
import { SEUILS } from './seuils.ts'

/** What a guichet does in a share of its acts, with the threshold of the indicator that charges it. */
const PARTS = {
  retroactifs: SEUILS.depots_retroactifs,
  attestations: SEUILS.attestations_hors_delai,
  incomplets: SEUILS.dossiers_incomplets,
  piecesAbsentes: SEUILS.pieces_identite_absentes,
  forcages: SEUILS.forcages,
  injustifies: SEUILS.forcages_injustifies,
  copies: SEUILS.doublons_actifs,
  anticipes: SEUILS.renouvellements_anticipes,
  incoherences: SEUILS.incoherences,
} as const

type Part = keyof typeof PARTS

/** The portal issues the certificate by itself and asks for every field. */
const EN_LIGNE: Readonly<Record<Part, number>> = {
  retroactifs: 0.002,
  attestations: 0.015,
  incomplets: 0.06,
  piecesAbsentes: 0.004,
  forcages: 0.009,
  injustifies: 0.1,
  copies: 0.024,
  anticipes: 0.03,
  incoherences: 0.005,
}
const MEDIANE_EN_LIGNE = 1.2

/** A demande is registered within 58 days of its deposit, unless the deposit is antedated by 66 to 400 days. */
const DELAI_MAXIMUM = 58
const ANTIDATES = uniforme(66, 400)

/** Forced registrations from which a guichet's are judged. */
const FORCAGES_JUGES = 10

/** Guichets that force abusively, among the active ones. */
const FORCEURS = 3

/** Acts that an indicator counts in a year, for one demande of the département and a guichet that did all offline acts. */
const ACTES: Readonly<Record<Part, number>> = {
  retroactifs: 0.17,
  attestations: 0.17,
  incomplets: 0.2,
  piecesAbsentes: 0.17,
  forcages: 0.17,
  injustifies: 0.002,
  copies: 0.3,
  anticipes: 0.11,
  incoherences: 0.2,
}

/** Everybody forces now and then: true homonyms exist. */
const tirerPart = (part: Part, classe: Classe, actes: number, alea: Alea): number => {
  if (part === 'forcages' && classe === 'honnete') return alea.entre(0.005, 0.014)
  const taux = tirerTaux(classe, PARTS[part], actes, alea, part === 'injustifies' ? FORCAGES_JUGES : undefined)
  return part === 'forcages' && classe === 'mauvais' ? Math.max(alea.entre(0.085, 0.145), taux) : taux
}

const tirerMediane = (classe: Classe, alea: Alea): number => {
  if (classe === 'honnete') return alea.entre(0.6, 5.8)
  return classe === 'moyen' ? alea.entre(10.1, 11.8) : alea.entre(15, 34)
}

/** Messages of private systems a year, for one demande and a guichet that did all offline acts. */
const MESSAGES = 0.4

/** Three guichets force abusively, two of them without reason; three others force too much. */
const classerForcages = (actifs: readonly number[], injustifies: Map<number, Classe>, alea: Alea) => {
  const classes = new Map<number, Classe>()
  for (const r of choisirRangs(actifs, FORCEURS, 12, actifs.length, alea)) classes.set(r, 'moyen')
  for (const [i, r] of choisirRangs(actifs, FORCEURS, 3, 12, alea).entries()) {
    classes.set(r, 'mauvais')
    if (i < 2) injustifies.set(r, 'mauvais')
  }
  return classes
}

/** Draws how each guichet works: what the simulation will follow, and what the truth will say. */
export const tirerPratiques = (
  guichets: readonly Guichet[],
  demandes: number,
  calendrier: Calendrier,
  annee: number,
  alea: Alea,
): Pratique[] => {
  const de = (rang: number) => guichets[rang] as Guichet
  const actifs = guichets.map((_, rang) => rang).filter((r) => de(r).part > 0)
  const bailleurs = guichets
    .map((_, rang) => rang)
    .filter((r) => de(r).partAttributions > 0)
    .sort((a, b) => de(b).partAttributions - de(a).partAttributions)
  const cadences = tirerCadences(
    bailleurs,
    (rang) => CALIBRAGE.attributions * demandes * de(rang).partAttributions,
    calendrier,
    annee,
    alea,
  )
  const aucune: Rythme = { cadence: 'RAPIDE', delaiAttribution: prepareDelai(lognormale(7, 0.7, DELAI_MAXIMUM)) }

  const parts = Object.keys(PARTS) as Part[]
  const classes = Object.fromEntries(parts.map((p) => [p, classer(actifs, alea)])) as Record<Part, Map<number, Classe>>
  classes.forcages = classerForcages(actifs, classes.injustifies, alea)
  const delais = classer(actifs, alea)
  const rejets = classer(
    actifs.filter((r) => de(r).mode === 'PRIVATIF'),
    alea,
  )
  const incompletes = classer(bailleurs, alea)
  const reservataires = classer(bailleurs, alea)
  const classeDe = (c: Map<number, Classe>, rang: number): Classe => c.get(rang) ?? 'honnete'

  return guichets.map((g, rang): Pratique => {
    const portail = g.categorie === 'PORTAIL'
    const p = Object.fromEntries(
      parts.map((nom) => [
        nom,
        portail ? EN_LIGNE[nom] : tirerPart(nom, classeDe(classes[nom], rang), ACTES[nom] * demandes * g.part, alea),
      ]),
    ) as Record<Part, number>
    const mediane = portail ? MEDIANE_EN_LIGNE : tirerMediane(classeDe(delais, rang), alea)
    const delai = melange([
      [1 - p.retroactifs, lognormale(mediane, mediane > 10 ? 0.5 : alea.entre(0.7, 0.95), DELAI_MAXIMUM)],
      [p.retroactifs, ANTIDATES],
    ])
    const attributions = CALIBRAGE.attributions * demandes * g.partAttributions
    const sansReservataire = tirerTaux(classeDe(reservataires, rang), SEUILS.reservataires_absents, attributions, alea)
    const incomplete = tirerTaux(classeDe(incompletes, rang), SEUILS.attributions_incompletes, attributions, alea)
    return {
      ...p,
      ...(cadences.get(rang) ?? aucune),
      delaiEnregistrement: prepareDelai(delai),
      attestationsManquees: partManquee(delai, p.attestations, calendrier, annee),
      rfrAbsent: portail ? 0.35 : alea.entre(0.4, 0.72),
      copies: Math.max(p.copies, p.forcages * p.injustifies + 0.001),
      changementsNom: alea.nombre() < 0.04 ? alea.entre(0.12, 0.25) : alea.entre(0.005, 0.04),
      rejets: tirerTaux(classeDe(rejets, rang), SEUILS.rejets_interface, MESSAGES * demandes * g.part, alea),
      attributionsIncompletes: Math.max(incomplete, sansReservataire),
      reservatairesAbsents: sansReservataire,
      bauxNonEnregistres: alea.nombre() < 0.12 ? alea.entre(0.08, 0.18) : alea.entre(0.005, 0.035),
    }
  })
}
