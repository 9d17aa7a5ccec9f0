import type { Alea } from './alea.ts'
import { partManquee } from './attestations.ts'
import { tirerCadences } from './cadences.ts'
import type { Calendrier } from './calendrier.ts'
import { type Classe, choisirRangs, classer, tirerTaux } from './classes.ts'
import { lognormale, melange, prepareDelai, uniforme } from './delais.ts'
import type { Guichet } from './guichet.ts'
import type { Pratique } from './pratique.ts'
import { SEUILS } from './seuils.ts'

/** A demande is registered within 58 days of its deposit, unless the deposit is antedated by 66 to 400 days. */
const DELAI_MAXIMUM = 58
const ANTIDATES = uniforme(66, 400)
/** The portal issues the certificate by itself and asks for every field. */
const PORTAIL = {
  mediane: 1.2,
  retroactifs: 0.002,
  attestations: 0.015,
  incomplets: 0.06,
  rfrAbsent: 0.35,
  piecesAbsentes: 0.004,
  forcages: 0.006,
  injustifies: 0.1,
  copies: 0.019,
  anticipes: 0.03,
  incoherences: 0.005,
  changementsNom: 0.02,
}
/** Two or three guichets force abusively; they are among the active ones. */
const FORCEURS = 3

const mediane = (classe: Classe, alea: Alea): number =>
  classe === 'honnete' ? alea.entre(0.6, 5.8) : classe === 'moyen' ? alea.entre(10.1, 11.8) : alea.entre(15, 34)

/** Draws how each guichet works: what the simulation will follow, and what the truth will say. */
export const tirerPratiques = (
  guichets: readonly Guichet[],
  calendrier: Calendrier,
  annee: number,
  alea: Alea,
): Pratique[] => {
  const tous = guichets.map((_, rang) => rang)
  const actifs = tous.filter((r) => (guichets[r] as Guichet).part > 0)
  const bailleurs = tous
    .filter((r) => (guichets[r] as Guichet).partAttributions > 0)
    .sort((a, b) => (guichets[b] as Guichet).partAttributions - (guichets[a] as Guichet).partAttributions)
  const privatifs = actifs.filter((r) => (guichets[r] as Guichet).mode === 'PRIVATIF')
  const cadences = tirerCadences(bailleurs, calendrier, annee, alea)

  const c = {
    delai: classer(actifs, alea),
    attestations: classer(actifs, alea),
    retroactifs: classer(actifs, alea),
    incomplets: classer(actifs, alea),
    pieces: classer(actifs, alea),
    injustifies: classer(actifs, alea),
    copies: classer(actifs, alea),
    anticipes: classer(actifs, alea),
    incoherences: classer(actifs, alea),
    rejets: classer(privatifs, alea),
    incompletes: classer(bailleurs, alea),
    reservataires: classer(bailleurs, alea),
    forcages: new Map<number, Classe>(actifs.map((r) => [r, 'honnete'])),
  }
  const forceurs = choisirRangs(actifs, FORCEURS, 3, 12, alea)
  for (const r of choisirRangs(actifs, 3, 12, actifs.length, alea)) c.forcages.set(r, 'moyen')
  for (const [i, r] of forceurs.entries()) {
    c.forcages.set(r, 'mauvais')
    if (i < 2) c.injustifies.set(r, 'mauvais')
  }
  const de = (classes: Map<number, Classe>, rang: number): Classe => classes.get(rang) ?? 'honnete'

  return guichets.map((g, rang): Pratique => {
    const portail = g.categorie === 'PORTAIL'
    const retroactifs = portail
      ? PORTAIL.retroactifs
      : tirerTaux(de(c.retroactifs, rang), SEUILS.depots_retroactifs, alea)
    const mu = portail ? PORTAIL.mediane : mediane(de(c.delai, rang), alea)
    const sigma = mu > 10 ? alea.entre(0.4, 0.6) : alea.entre(0.7, 0.95)
    const delais = melange([
      [1 - retroactifs, lognormale(mu, sigma, DELAI_MAXIMUM)],
      [retroactifs, ANTIDATES],
    ])
    const voulu = portail
      ? PORTAIL.attestations
      : tirerTaux(de(c.attestations, rang), SEUILS.attestations_hors_delai, alea)
    const forcages = portail
      ? PORTAIL.forcages
      : de(c.forcages, rang) === 'mauvais'
        ? alea.entre(0.085, 0.145)
        : tirerTaux(de(c.forcages, rang), SEUILS.forcages, alea)
    const injustifies = portail
      ? PORTAIL.injustifies
      : tirerTaux(de(c.injustifies, rang), SEUILS.forcages_injustifies, alea)
    const copies = tirerTaux(de(c.copies, rang), SEUILS.doublons_actifs, alea)
    const incompletes = tirerTaux(de(c.incompletes, rang), SEUILS.attributions_incompletes, alea)
    const reservataires = tirerTaux(de(c.reservataires, rang), SEUILS.reservataires_absents, alea)
    const cadence =
      cadences.get(rang) ?? (cadences.get(bailleurs[0] ?? 0) as NonNullable<ReturnType<typeof cadences.get>>)
    return {
      delaiEnregistrement: prepareDelai(delais),
      retroactifs,
      attestationsManquees: partManquee(delais, voulu, calendrier, annee),
      incomplets: portail ? PORTAIL.incomplets : tirerTaux(de(c.incomplets, rang), SEUILS.dossiers_incomplets, alea),
      rfrAbsent: portail ? PORTAIL.rfrAbsent : alea.entre(0.4, 0.72),
      piecesAbsentes: portail
        ? PORTAIL.piecesAbsentes
        : tirerTaux(de(c.pieces, rang), SEUILS.pieces_identite_absentes, alea),
      forcages,
      injustifies,
      copies: portail ? PORTAIL.copies : Math.max(copies, forcages * injustifies + 0.001),
      anticipes: portail ? PORTAIL.anticipes : tirerTaux(de(c.anticipes, rang), SEUILS.renouvellements_anticipes, alea),
      incoherences: portail ? PORTAIL.incoherences : tirerTaux(de(c.incoherences, rang), SEUILS.incoherences, alea),
      changementsNom: portail
        ? PORTAIL.changementsNom
        : alea.nombre() < 0.04
          ? alea.entre(0.12, 0.25)
          : alea.entre(0.005, 0.04),
      rejets: tirerTaux(de(c.rejets, rang), SEUILS.rejets_interface, alea),
      ...cadence,
      attributionsIncompletes: Math.max(incompletes, reservataires),
      reservatairesAbsents: reservataires,
      bauxNonEnregistres: alea.nombre() < 0.12 ? alea.entre(0.08, 0.18) : alea.entre(0.005, 0.035),
    }
  })
}
