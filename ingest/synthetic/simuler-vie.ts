import type { Alea } from './alea.ts'
import { estFinDeSemaine } from './calendrier.ts'
import { CALIBRAGE, MOTIFS_VOLONTAIRES } from './calibrage.ts'
import { jourDeSaisie } from './changements/irregularites.ts'
import { jourDeLot } from './delais.ts'
import { APRES_ECHEANCE, VALIDITE } from './durees.ts'
import { enActivite, type Monde, pratiqueDe, tirerActif, tirerBailleur, tirerRenouvellement } from './monde.ts'
import { choisir, tirer } from './tirage.ts'
import { ACTES, ajouterActe, effacerVie, JAMAIS, type Radiation, radier, reactiver, type Vie } from './vie.ts'

const AN = 365.25

/** Signature and record of a lease: the record falls on a working day, the lag is the guichet's. */
const enregistrerBail = (monde: Monde, alea: Alea, jour: number, bailleur: number): Radiation => {
  const { cadence, delaiAttribution } = pratiqueDe(monde, bailleur, jour)
  let bail = jour
  let saisie: number
  if (cadence === 'TRIMESTRE') saisie = jourDeLot(bail, monde.calendrier)
  else {
    saisie = bail + tirer(delaiAttribution.tirage, alea)
    for (; estFinDeSemaine(saisie); saisie++) bail++
    if (alea.nombre() < CALIBRAGE.bauxAntidates) bail = saisie + 1 + alea.entier(5)
  }
  saisie = jourDeSaisie(monde.irregularites, alea, bailleur, 'ATTRIBUTION', bail, saisie)
  return { date: Math.min(bail, saisie), saisie, guichet: bailleur, motif: 'ATTRIBUTION', bail, bailleur }
}

const nonRenouvele = (monde: Monde, jour: number): Radiation => ({
  date: jour,
  saisie: jour,
  guichet: monde.gestionnaire,
  motif: 'NON_RENOUVELLEMENT',
  bail: 0,
  bailleur: -1,
})

/** Withdrawn by a guichet, or by the gestionnaire for one that is silent. */
const retirer = (monde: Monde, alea: Alea, jour: number): Radiation => {
  const due = jour + alea.entier(4)
  const acteur = tirerActif(monde, alea, due)
  const guichet = acteur === monde.portail ? monde.gestionnaire : acteur
  const saisie = jourDeSaisie(monde.irregularites, alea, guichet, 'RADIATION', jour, due)
  return { date: jour, saisie, guichet, motif: choisir(MOTIFS_VOLONTAIRES, alea), bail: 0, bailleur: -1 }
}

/** The day on which a guichet would renew: rarely too early, by the practice of that early day. */
const jourDeRenouvellement = (monde: Monde, alea: Alea, acteur: number, echeance: number): number => {
  const entre = ([tard, tot]: readonly [number, number]) => echeance - tard - alea.entier(tot - tard + 1)
  const precoce = entre(CALIBRAGE.renouvellementAnticipe)
  const anticipe = alea.nombre() < pratiqueDe(monde, acteur, precoce).anticipes
  return anticipe ? precoce : entre(CALIBRAGE.renouvellementATemps)
}

/**
 * The life of a demande registered on a day, up to a horizon: renewed or not at each end of validity, housed or
 * withdrawn meanwhile. Fills `vie` anew.
 */
export const simulerVie = (vie: Vie, monde: Monde, alea: Alea, enregistrement: number, horizon: number): void => {
  const { calendrier } = monde
  effacerVie(vie)
  let echeance = calendrier.plusMois(enregistrement, VALIDITE)
  let bail = enregistrement + 20 + Math.floor(alea.attente(AN / CALIBRAGE.attributions))
  const retrait = enregistrement + 30 + Math.floor(alea.attente(AN / CALIBRAGE.autresRadiations))
  let renouvellement: number = CALIBRAGE.premierRenouvellement
  for (;;) {
    const renouvelle = alea.nombre() < renouvellement
    renouvellement = CALIBRAGE.renouvellementsSuivants
    const terme = calendrier.plusMois(echeance, APRES_ECHEANCE)
    let suite = terme
    let acteur = -1
    if (renouvelle) {
      acteur = tirerRenouvellement(monde, alea, echeance)
      suite = jourDeRenouvellement(monde, alea, acteur, echeance)
      acteur = enActivite(monde, acteur, suite)
    }
    if (suite > horizon && bail > horizon && retrait > horizon) return
    if (bail < suite && bail <= retrait) {
      const bailleur = tirerBailleur(monde, alea, bail)
      vie.baux.push(bail)
      vie.bailleurs.push(bailleur)
      if (alea.nombre() < pratiqueDe(monde, bailleur, bail).bauxNonEnregistres) {
        const trace = alea.nombre() < CALIBRAGE.bauxOubliesAvecTrace
        radier(vie, { ...nonRenouvele(monde, terme), ...(trace ? { bail, bailleur } : {}) })
        return
      }
      const radiation = enregistrerBail(monde, alea, bail, bailleur)
      radier(vie, radiation)
      const retour = radiation.saisie + 5 + alea.entier(21)
      if (alea.nombre() >= CALIBRAGE.attributionsAnnulees || retour > horizon) return
      reactiver(vie, retour)
      bail = JAMAIS
      if (retrait <= retour) {
        radier(vie, retirer(monde, alea, retour + 10))
        return
      }
      echeance = calendrier.plusMois(retour, VALIDITE)
    } else if (retrait < suite) {
      radier(vie, retirer(monde, alea, retrait))
      return
    } else if (renouvelle) {
      ajouterActe(vie, suite, ACTES.renouvellement, acteur)
      echeance = calendrier.plusMois(suite, VALIDITE)
    } else {
      radier(vie, nonRenouvele(monde, terme))
      const retour = terme + 8 + alea.entier(60)
      if (alea.nombre() >= CALIBRAGE.reactivations || retour > horizon) return
      reactiver(vie, retour)
      if (retrait <= retour) {
        radier(vie, retirer(monde, alea, retour + 10))
        return
      }
      bail = Math.max(bail, retour + 10)
      echeance = calendrier.plusMois(retour, VALIDITE)
    }
  }
}
