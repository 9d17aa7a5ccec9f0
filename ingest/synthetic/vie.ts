import type { Alea } from './alea.ts'
import { type Calendrier, estFinDeSemaine } from './calendrier.ts'
import { CALIBRAGE, MOTIFS_VOLONTAIRES } from './calibrage.ts'
import { jourDeLot } from './delais.ts'
import { enActivite } from './guichet.ts'
import type { Monde } from './monde.ts'
import { choisir, tirer } from './tirage.ts'

/** What happens to a demande, in the order in which acts of one day count. */
export const ACTES = { attestation: 0, renouvellement: 1, modification: 2, radiation: 3, reactivation: 4 } as const

/** A day that never comes. */
export const JAMAIS = 2 ** 27

export interface Radiation {
  /** Effective, then recorded. */
  date: number
  saisie: number
  guichet: number
  motif: string
  /** Signature of a lease, 0 for none, and the rank of the guichet that let the dwelling. */
  bail: number
  bailleur: number
}

/** A demande's acts: `jour * 8 + acte`, with the guichet that did it or the rank of its radiation. */
export interface Vie {
  readonly cles: number[]
  readonly acteurs: number[]
  readonly radiations: Radiation[]
  /** Leases signed, recorded or not: day and guichet. */
  readonly baux: number[]
  readonly bailleurs: number[]
  /** Day from which the base no longer shows it active. */
  fin: number
  reactivee: boolean
}

export const nouvelleVie = (): Vie => ({
  cles: [],
  acteurs: [],
  radiations: [],
  baux: [],
  bailleurs: [],
  fin: JAMAIS,
  reactivee: false,
})

const effacer = (vie: Vie): void => {
  vie.cles.length = 0
  vie.acteurs.length = 0
  vie.radiations.length = 0
  vie.baux.length = 0
  vie.bailleurs.length = 0
  vie.fin = JAMAIS
  vie.reactivee = false
}

export const ajouterActe = (vie: Vie, jour: number, acte: number, acteur: number): void => {
  const cle = jour * 8 + acte
  let i = vie.cles.length
  while (i > 0 && (vie.cles[i - 1] as number) > cle) {
    vie.cles[i] = vie.cles[i - 1] as number
    vie.acteurs[i] = vie.acteurs[i - 1] as number
    i--
  }
  vie.cles[i] = cle
  vie.acteurs[i] = acteur
}

const radier = (vie: Vie, radiation: Radiation): void => {
  ajouterActe(vie, radiation.saisie, ACTES.radiation, vie.radiations.length)
  vie.radiations.push(radiation)
  vie.fin = radiation.saisie
}

const reactiver = (vie: Vie, jour: number): void => {
  ajouterActe(vie, jour, ACTES.reactivation, -1)
  vie.fin = JAMAIS
  vie.reactivee = true
}

/** Signature and record of a lease: the record falls on a working day, the lag is the guichet's. */
const enregistrerBail = (monde: Monde, alea: Alea, jour: number, bailleur: number): Radiation => {
  const pratique = monde.pratiques[bailleur] as Monde['pratiques'][number]
  let bail = jour
  let saisie: number
  if (pratique.cadence === 'TRIMESTRE') saisie = jourDeLot(bail, monde.calendrier)
  else {
    saisie = bail + tirer(pratique.delaiAttribution.tirage, alea)
    while (estFinDeSemaine(saisie)) {
      saisie++
      bail++
    }
    if (alea.nombre() < 0.002) bail = saisie + 1 + alea.entier(5)
  }
  return { date: Math.min(bail, saisie), saisie, guichet: bailleur, motif: 'ATTRIBUTION', bail, bailleur }
}

/**
 * The life of a demande registered on a day, up to a horizon: renewed or not at each end of validity, housed or
 * withdrawn meanwhile. Reused for each demande: `vie` is filled anew.
 */
export const simulerVie = (vie: Vie, monde: Monde, alea: Alea, enregistrement: number, horizon: number): void => {
  const { calendrier, guichets } = monde
  effacer(vie)
  let echeance = calendrier.plusMois(enregistrement, 12)
  let bail = enregistrement + 20 + Math.floor(alea.attente(365.25 / CALIBRAGE.attributions))
  let retrait = enregistrement + 30 + Math.floor(alea.attente(365.25 / CALIBRAGE.autresRadiations))
  let perdu = 0
  for (let rang = 0; ; rang++) {
    const voulu = rang === 0 ? CALIBRAGE.premierRenouvellement : CALIBRAGE.renouvellementsSuivants
    const renouvelle = alea.nombre() < voulu && perdu === 0
    let suite = calendrier.plusMois(echeance, 1)
    let acteur = monde.portail
    if (renouvelle) {
      acteur = monde.tirerRenouvellement(alea)
      const anticipe = alea.nombre() < (monde.pratiques[acteur] as Monde['pratiques'][number]).anticipes
      suite = echeance - (anticipe ? 63 + alea.entier(90) : alea.entier(58))
      acteur = enActivite(guichets, acteur, suite)
    }
    if (suite > horizon && bail > horizon && retrait > horizon) return
    if (bail < suite && bail <= retrait) {
      const bailleur = enActivite(guichets, tirer(monde.tirageBailleurs, alea), bail)
      vie.baux.push(bail)
      vie.bailleurs.push(bailleur)
      if (alea.nombre() < (monde.pratiques[bailleur] as Monde['pratiques'][number]).bauxNonEnregistres) {
        perdu = bail
        vie.acteurs.length = vie.cles.length
        bail = JAMAIS
        retrait = JAMAIS
        const oublie = vie.bailleurs.length - 1
        radier(vie, nonRenouvele(vie, monde, alea, calendrier.plusMois(echeance, 1), oublie))
        return
      }
      const radiation = enregistrerBail(monde, alea, bail, bailleur)
      radier(vie, radiation)
      if (alea.nombre() >= CALIBRAGE.attributionsAnnulees) return
      const retour = radiation.saisie + 5 + alea.entier(21)
      if (retour > horizon) return
      reactiver(vie, retour)
      bail = JAMAIS
      if (echeance < retour) echeance = calendrier.plusMois(retour, 12)
    } else if (retrait < suite) {
      const guichet = enActivite(guichets, monde.tirerActif(alea), retrait)
      const saisie = retrait + alea.entier(4)
      radier(vie, { date: retrait, saisie, guichet, motif: choisir(MOTIFS_VOLONTAIRES, alea), bail: 0, bailleur: -1 })
      return
    } else if (renouvelle) {
      ajouterActe(vie, suite, ACTES.renouvellement, acteur)
      echeance = calendrier.plusMois(suite, 12)
    } else {
      radier(vie, nonRenouvele(vie, monde, alea, suite, -1))
      if (alea.nombre() >= CALIBRAGE.reactivations) return
      const retour = suite + 8 + alea.entier(60)
      if (retour > horizon) return
      reactiver(vie, retour)
      echeance = calendrier.plusMois(retour, 12)
    }
  }
}
