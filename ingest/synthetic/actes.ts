import type { Alea } from './alea.ts'
import { AUCUN_JOUR } from './calendrier.ts'
import { CALIBRAGE } from './calibrage.ts'
import type { Demande } from './demande.ts'
import { VALIDITE } from './durees.ts'
import { tirerTelephone } from './identite.ts'
import { tirerLogement } from './logement.ts'
import { type Monde, pratiqueDe } from './monde.ts'
import { saisirDossier, verifierDossier } from './saisie.ts'
import { type Communes, tirerRessources, tirerRfr } from './situation.ts'
import { fauteDeFrappe } from './variantes.ts'
import { ACTES, type Radiation, type Vie } from './vie.ts'

/** Renewals at which nothing of the household's file is brought up to date. */
const SANS_MISE_A_JOUR = 0.45
const JOURS_DE_PREAVIS = 50

/** The notice of a validity that ends: sent fifty days before, unless the household had renewed by then. */
const preavis = (echeance: number, jour: number): number => {
  const envoi = echeance - JOURS_DE_PREAVIS
  return envoi <= jour ? envoi : AUCUN_JOUR
}

const corrigerDepot = (demande: Demande): void => {
  if (demande.incoherence === 'C01') demande.depot = demande.enregistrement
}

const renouveler = (demande: Demande, monde: Monde, alea: Alea, jour: number, guichet: number): void => {
  const { situation } = demande
  const pratique = pratiqueDe(monde, guichet, jour)
  corrigerDepot(demande)
  demande.preavis = preavis(demande.echeance, jour)
  demande.renouvellement = jour
  demande.guichetRenouvellement = guichet
  demande.echeance = monde.calendrier.plusMois(jour, VALIDITE)
  if (demande.piece === AUCUN_JOUR && pratique.piecesAbsentes < 1) demande.piece = jour
  if (alea.nombre() >= SANS_MISE_A_JOUR) {
    situation.ressources = tirerRessources(alea, situation.personnes)
    if (demande.rfrConnu || (pratique.rfrAbsent < 1 && alea.nombre() < 0.5)) {
      demande.rfrConnu = true
      situation.rfr = tirerRfr(alea, situation.ressources)
    }
    if (alea.nombre() < 0.1 && situation.personnes < 8) situation.personnes++
  }
  saisirDossier(demande, alea, pratique)
  verifierDossier(demande, alea, pratique.incoherences, false)
}

const modifier = (demande: Demande, monde: Monde, alea: Alea, jour: number, guichet: number): void => {
  const { situation, identite } = demande
  const pratique = pratiqueDe(monde, guichet, jour)
  corrigerDepot(demande)
  demande.modification = jour
  demande.guichetModification = guichet
  const change = alea.nombre()
  if (change < pratique.changementsNom) {
    if (!demande.stable) {
      if (alea.nombre() < 0.5) identite.prenom = fauteDeFrappe(identite.prenom, alea)
      else {
        identite.naissance = fauteDeFrappe(identite.naissance === '' ? identite.nom : identite.naissance, alea)
        identite.nom = identite.naissance
      }
    }
  } else if (alea.nombre() < 0.45) situation.ressources = tirerRessources(alea, situation.personnes)
  else if (alea.nombre() < 0.5) identite.telephone = tirerTelephone(alea)
  else if (situation.personnes < 8) situation.personnes++
  verifierDossier(demande, alea, pratique.incoherences, false)
}

/** One of a couple leaves: the file is brought up to date, and no longer names them. */
const separer = (demande: Demande, monde: Monde, alea: Alea, jour: number, guichet: number): void => {
  modifier(demande, monde, alea, jour, guichet)
  const { identite, situation } = demande
  identite.conjointNom = ''
  identite.conjointPrenom = ''
  identite.conjointNee = AUCUN_JOUR
  situation.familiale = 'SEPARE'
}

const radier = (demande: Demande, monde: Monde, communes: Communes, alea: Alea, radiation: Radiation): void => {
  demande.radiation = radiation
  if (demande.incoherence === 'C08') demande.incoherence = ''
  if (radiation.motif === 'NON_RENOUVELLEMENT')
    demande.preavis = alea.nombre() < CALIBRAGE.sansPreavis ? AUCUN_JOUR : demande.echeance - JOURS_DE_PREAVIS
  demande.logement = radiation.bail === 0 ? null : tirerLogement(monde, communes, alea, radiation, demande.situation)
}

const reactiver = (demande: Demande, monde: Monde, jour: number): void => {
  demande.radiation = null
  demande.logement = null
  demande.echeance = monde.calendrier.plusMois(jour, VALIDITE)
}

/** Carries out the act of a given rank in a demande's life. */
export const accomplir = (
  demande: Demande,
  vie: Vie,
  rang: number,
  monde: Monde,
  communes: Communes,
  alea: Alea,
): void => {
  const cle = vie.cles[rang] as number
  const acteur = vie.acteurs[rang] as number
  const jour = Math.floor(cle / 8)
  switch (cle % 8) {
    case ACTES.attestation:
      demande.attestation = jour
      break
    case ACTES.renouvellement:
      renouveler(demande, monde, alea, jour, acteur)
      break
    case ACTES.modification:
      modifier(demande, monde, alea, jour, acteur)
      break
    case ACTES.separation:
      separer(demande, monde, alea, jour, acteur)
      break
    case ACTES.radiation:
      radier(demande, monde, communes, alea, vie.radiations[acteur] as Radiation)
      break
    default:
      reactiver(demande, monde, jour)
  }
}
