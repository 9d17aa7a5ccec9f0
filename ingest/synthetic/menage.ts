import type { Atelier } from './atelier.ts'
import { CALIBRAGE } from './calibrage.ts'
import { tirerTraitement } from './calibrer.ts'
import { estCandidat, retenirCandidat } from './candidats.ts'
import { compterActes, compterBaux, compterRattrapage } from './compteurs.ts'
import { enAssociation, motifDeForcage, nouvelleDemande, tirerDemandeur } from './demandeur.ts'
import type { Ancien } from './fenetre.ts'
import type { Guichet } from './guichet.ts'
import { inscrire } from './inscrire.ts'
import { pratiqueDe, tirerModification } from './monde.ts'
import { paraitre } from './parutions.ts'
import { estCopie, estDoublon, type Projet, tirerProjet } from './projet.ts'
import { consommer, trouverAncien } from './rapprocher.ts'
import { ressembler } from './ressembler.ts'
import { simulerVie } from './simuler-vie.ts'
import { noterForcage, noterPaire } from './verite.ts'
import { ACTES, abreger, ajouterActe, derniereParution } from './vie.ts'

const PART_SUPPRESSIONS = 0.7

/** A copy that the gestionnaire finds is deleted or merged before its time. */
const traiterCopie = ({ vie, alea, monde }: Atelier, jour: number): void => {
  const date = jour + tirerTraitement(alea)
  if (date >= vie.fin) return
  const motif = alea.nombre() < PART_SUPPRESSIONS ? 'SUPPRESSION_DOUBLON' : 'FUSION'
  abreger(vie, { date, saisie: date, guichet: monde.gestionnaire, motif, bail: 0, bailleur: -1 })
}

interface Rapprochement {
  readonly projet: Projet
  readonly ancien: Ancien
}

/** The earlier household that this one resembles; a copy never outlives it. Where none suits, a forcing finds a homonym. */
const rapprocher = (atelier: Atelier, projet: Projet, jour: number): Rapprochement | null => {
  const { vie, alea, monde, fenetre, dernier } = atelier
  const place = trouverAncien(fenetre, alea, monde, projet, jour, vie.fin, dernier)
  const ancien = fenetre.places[place] ?? null
  if (ancien === null) {
    if (projet.forcage === 'AUCUN' || projet.nature === 'HOMONYME') return null
    return rapprocher(atelier, { nature: 'HOMONYME', forcage: 'JUSTIFIE' }, jour)
  }
  consommer(fenetre, place, projet.nature, alea)
  if (estDoublon(projet.nature) && ancien.fin < Math.min(vie.fin, dernier)) {
    const date = ancien.fin
    abreger(vie, { date, saisie: date, guichet: monde.gestionnaire, motif: 'RENONCIATION', bail: 0, bailleur: -1 })
  }
  return { projet, ancien }
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
  const { monde, alea, vie, premier, dernier } = atelier
  const { calendrier } = monde
  const g = monde.guichets[guichet] as Guichet
  const numero = atelier.numeros.suivant(jour, guichet)
  const association = alea.nombre() < CALIBRAGE.associations
  const voulu = association ? null : tirerProjet(pratiqueDe(monde, guichet, jour), alea)
  simulerVie(vie, monde, alea, jour, dernier)
  if (voulu !== null && estCopie(voulu.nature)) traiterCopie(atelier, jour)
  const paraitra = derniereParution(vie, calendrier) >= premier
  const rapprochement = paraitra && voulu !== null ? rapprocher(atelier, voulu, jour) : null
  compterBaux(atelier.compteurs, monde, vie, dernier)
  if (!paraitra) return

  const enLigne = guichet === monde.portail
  const { identite, couple } = tirerDemandeur(atelier.etatcivil, alea, monde, jour, enLigne)
  if (association) enAssociation(identite, alea)
  if (rapprochement !== null) {
    const { projet, ancien } = rapprochement
    ressembler(monde, atelier.etatcivil, alea, projet.nature, ancien.identite, identite, jour)
  }
  const nature = rapprochement?.projet.nature ?? null
  const force = voulu !== null && voulu.forcage !== 'AUCUN'
  const candidat = voulu === null && !association && estCandidat(vie, alea)
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
      stable: candidat || association || nature !== null,
    },
    identite,
    nature === null ? couple : identite.conjointNom !== '',
    atelier.communes,
    alea,
  )
  if (nature === 'SEPARATION') demande.situation.familiale = 'SEPARE'
  inscrire(demande, vie, monde, alea)
  ajouterModifications(atelier, jour)
  paraitre(atelier.parutions, demande, vie, derniereParution(vie, calendrier), monde, atelier.communes, alea)
  compterActes(atelier.compteurs, monde, demande, vie)
  compterRattrapage(atelier.compteurs, monde, vie)

  if (candidat) retenirCandidat(atelier.fenetre, numero, jour, vie, identite)
  const tardif = { numero, guichet: g.code, date: calendrier.textes[jour] as string, motif, fin: vie.fin }
  if (rapprochement !== null) noterPaire(atelier.verite, rapprochement.ancien, tardif, rapprochement.projet, dernier)
  if (force) noterForcage(atelier.verite, rapproche, tardif, rapprochement?.projet ?? null)
}
