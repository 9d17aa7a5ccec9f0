import type { Atelier } from './atelier.ts'
import { CALIBRAGE } from './calibrage.ts'
import { tirerTraitement } from './calibrer.ts'
import { estCandidat, nouvelAncien } from './candidats.ts'
import { compterActes, compterBaux, compterRattrapage } from './compteurs.ts'
import { enAssociation, motifDeForcage, nouvelleDemande, tirerDemandeur } from './demandeur.ts'
import { retenir } from './fenetre.ts'
import type { Guichet } from './guichet.ts'
import { inscrire } from './inscrire.ts'
import { direHebergement, loger, retenirResident, tirerLieu } from './menages/lieux.ts'
import { rapprocher, rapprocherOrdinaire } from './menages/rapprochement.ts'
import { prevoirSeparation, reprendreAnciennete } from './menages/se-separer.ts'
import { pratiqueDe, tirerModification } from './monde.ts'
import { paraitre } from './parutions.ts'
import { estCopie, tirerProjet } from './projet.ts'
import { ressembler } from './ressembler.ts'
import { simulerVie } from './simuler-vie.ts'
import { noterForcage, noterPaire, noterReprise, noterResident } from './verite.ts'
import { ACTES, abreger, ajouterActe, derniereParution } from './vie.ts'

const PART_SUPPRESSIONS = 0.7

/** A copy that the gestionnaire finds is deleted or merged before its time. */
const traiterCopie = ({ vie, alea, monde }: Atelier, jour: number): void => {
  const date = jour + tirerTraitement(alea)
  if (date >= vie.fin) return
  const motif = alea.nombre() < PART_SUPPRESSIONS ? 'SUPPRESSION_DOUBLON' : 'FUSION'
  abreger(vie, { date, saisie: date, guichet: monde.gestionnaire, motif, bail: 0, bailleur: -1 })
}

const ajouterModifications = ({ vie, alea, monde, dernier }: Atelier, enregistrement: number): void => {
  const fin = Math.min(vie.fin - 1, dernier)
  const moyenne = 365.25 / CALIBRAGE.modifications
  for (let jour = enregistrement + 5; ; ) {
    jour += Math.floor(alea.attente(moyenne))
    if (jour > fin) return
    ajouterActe(vie, jour, ACTES.modification, tirerModification(monde, alea, jour))
    jour++
  }
}

/** One household, from the day it registers: drawn, lived, and written wherever a snapshot shows it. */
export const simulerMenage = (atelier: Atelier, jour: number, guichet: number): void => {
  const { monde, alea, vie, verite, premier, dernier } = atelier
  const { calendrier } = monde
  const g = monde.guichets[guichet] as Guichet
  const numero = atelier.numeros.suivant(jour, guichet)
  const association = alea.nombre() < CALIBRAGE.associations
  const voulu = association ? null : tirerProjet(pratiqueDe(monde, guichet, jour), alea)
  simulerVie(vie, monde, alea, jour, dernier)
  if (voulu !== null && estCopie(voulu.nature)) traiterCopie(atelier, jour)
  const paraitra = derniereParution(vie, calendrier) >= premier
  const enLigne = guichet === monde.portail
  const lieu = !paraitra || association || enLigne || voulu !== null ? null : tirerLieu(atelier.lieux, alea)
  const rapprochement =
    !paraitra || association
      ? null
      : voulu === null
        ? rapprocherOrdinaire(atelier, jour, lieu)
        : rapprocher(atelier, voulu, jour)
  compterBaux(atelier.compteurs, monde, vie, dernier)
  if (!paraitra) return

  const { identite, couple } = tirerDemandeur(atelier.etatcivil, alea, monde, jour, enLigne)
  if (association) enAssociation(identite, alea)
  if (lieu !== null) loger(identite, lieu, calendrier, alea)
  const nature = rapprochement?.projet.nature ?? null
  if (rapprochement !== null)
    ressembler(
      monde,
      atelier.etatcivil,
      alea,
      rapprochement.projet.nature,
      rapprochement.ancien.identite,
      identite,
      jour,
    )
  const force = voulu !== null && voulu.forcage !== 'AUCUN'
  const candidat = nature === null && voulu === null && !association && estCandidat(vie, alea)
  const motif = force ? motifDeForcage(alea, nature) : ''
  const rapproche = force ? (rapprochement?.ancien.numero ?? '') : ''
  const demande = nouvelleDemande(
    {
      numero,
      association,
      canal: enLigne ? 'PORTAIL' : g.mode === 'PRIVATIF' ? 'INTERFACE' : 'GUICHET',
      guichet,
      enregistrement: jour,
      forcage: force ? 'O' : 'N',
      motifForcage: motif,
      rapproche,
      stable: candidat || association || nature !== null || lieu !== null,
    },
    identite,
    nature === null ? couple : identite.conjointNom !== '',
    atelier.communes,
    alea,
  )
  if (nature === 'SEPARATION') demande.situation.familiale = 'SEPARE'
  if (lieu !== null) direHebergement(demande.situation, lieu)
  inscrire(demande, vie, monde, alea)
  if (rapprochement?.depot !== undefined) reprendreAnciennete(demande, rapprochement.depot, alea)
  ajouterModifications(atelier, jour)
  if (nature === null && !candidat && !association && !vie.reactivee) prevoirSeparation(atelier, demande)
  paraitre(atelier.parutions, demande, vie, derniereParution(vie, calendrier), monde, atelier.communes, alea)
  compterActes(atelier.compteurs, monde, demande, vie)
  compterRattrapage(atelier.compteurs, monde, vie)

  if (candidat) retenir(atelier.fenetre, nouvelAncien(numero, jour, vie, identite))
  if (lieu !== null) {
    retenirResident(lieu, nouvelAncien(numero, jour, vie, { ...identite }))
    noterResident(verite, numero, lieu.code)
  }
  if (demande.reprise && rapprochement !== null)
    noterReprise(verite, numero, rapprochement.ancien.numero, calendrier.textes[demande.depot] as string)
  const tardif = { numero, guichet: g.code, date: calendrier.textes[jour] as string, motif, fin: vie.fin }
  if (rapprochement !== null) noterPaire(verite, rapprochement.ancien, tardif, rapprochement.projet, dernier)
  if (force) noterForcage(verite, rapproche, tardif, rapprochement?.projet ?? null)
}
