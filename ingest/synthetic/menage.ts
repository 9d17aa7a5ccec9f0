import type { Atelier } from './atelier.ts'
import { CALIBRAGE } from './calibrage.ts'
import { tirerTraitement } from './calibrer.ts'
import { estCandidat, retenirCandidat } from './candidats.ts'
import { compterActes, compterBaux } from './compteurs.ts'
import { enAssociation, motifDeForcage, nouvelleDemande, tirerDemandeur } from './demandeur.ts'
import type { Ancien } from './fenetre.ts'
import { inscrire } from './inscrire.ts'
import { pratiqueDe, tirerModification } from './monde.ts'
import { paraitre } from './parutions.ts'
import { estCopie, estDoublon, type Projet, tirerProjet } from './projet.ts'
import { consommer, trouverAncien } from './rapprocher.ts'
import { ressembler } from './ressembler.ts'
import { simulerVie } from './simuler-vie.ts'
import { noterForcage, noterPaire } from './verite.ts'
import { ACTES, abreger, ajouterActe, derniereParution, JAMAIS } from './vie.ts'

const PART_SUPPRESSIONS = 0.7

/** A copy that the gestionnaire finds is deleted or merged before its time. */
const traiterCopie = ({ vie, alea, monde }: Atelier, jour: number): void => {
  const date = jour + tirerTraitement(alea)
  if (date >= vie.fin) return
  const motif = alea.nombre() < PART_SUPPRESSIONS ? 'SUPPRESSION_DOUBLON' : 'FUSION'
  abreger(vie, { date, saisie: date, guichet: monde.gestionnaire, motif, bail: 0, bailleur: -1 })
}

/** The earlier household that this one resembles; a copy never outlives it. */
const choisirAncien = (atelier: Atelier, projet: Projet, jour: number): Ancien | null => {
  const { vie, alea, monde, fenetre, dernier } = atelier
  const place = trouverAncien(fenetre, alea, monde, projet, jour, vie.fin, dernier)
  const ancien = fenetre.places[place] ?? null
  if (ancien === null) return null
  consommer(fenetre, place, projet.nature, alea)
  if (estDoublon(projet.nature) && ancien.fin < Math.min(vie.fin, dernier)) {
    const date = ancien.fin
    abreger(vie, { date, saisie: date, guichet: monde.gestionnaire, motif: 'RENONCIATION', bail: 0, bailleur: -1 })
  }
  return ancien
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
  const g = monde.guichets[guichet] as (typeof monde.guichets)[number]
  const numero = atelier.numeros.suivant(jour, guichet)
  const association = alea.nombre() < CALIBRAGE.associations
  let projet = association ? null : tirerProjet(pratiqueDe(monde, guichet), alea)
  simulerVie(vie, monde, alea, jour, dernier)
  if (projet !== null && estCopie(projet.nature)) traiterCopie(atelier, jour)
  const paraitra = derniereParution(vie, monde.calendrier) >= premier
  const ancien = paraitra && projet !== null ? choisirAncien(atelier, projet, jour) : null
  compterBaux(atelier.compteurs, monde, vie, dernier)
  if (!paraitra) return

  const enLigne = guichet === monde.portail
  const { identite, couple } = tirerDemandeur(atelier.etatcivil, alea, monde, jour, enLigne)
  const forcage = projet?.forcage ?? 'AUCUN'
  if (association) enAssociation(identite, alea)
  if (projet !== null && ancien !== null)
    ressembler(monde, atelier.etatcivil, alea, projet.nature, ancien.identite, identite, jour)
  else if (projet !== null) projet = null
  const candidat = projet === null && !association && forcage === 'AUCUN' && estCandidat(vie, jour, alea)
  const motifForcage = motifDeForcage(alea, forcage, projet?.nature ?? null)
  const rapproche = forcage === 'AUCUN' ? '' : (ancien?.numero ?? '')
  const demande = nouvelleDemande(
    {
      numero,
      association,
      canal: enLigne ? 'PORTAIL' : g.mode === 'PRIVATIF' ? 'INTERFACE' : 'GUICHET',
      guichet,
      enregistrement: jour,
      forcage: forcage === 'AUCUN' ? 'N' : 'O',
      motifForcage,
      rapproche,
      stable: candidat || projet !== null || association,
    },
    identite,
    projet === null ? couple : identite.conjointNom !== '',
    atelier.communes,
    alea,
  )
  if (projet?.nature === 'SEPARATION') demande.situation.familiale = 'SEPARE'
  inscrire(demande, vie, monde, alea)
  ajouterModifications(atelier, jour)
  paraitre(atelier.parutions, demande, vie, derniereParution(vie, monde.calendrier), monde, atelier.communes, alea)
  compterActes(atelier.compteurs, monde, demande, vie)

  if (candidat) retenirCandidat(atelier.fenetre, numero, jour, vie, identite)
  if (projet === null && forcage === 'AUCUN') return
  const date = monde.calendrier.textes[jour] as string
  const tardif = { numero, guichet: g.code, date, motif: motifForcage, fin: Math.min(vie.fin, JAMAIS) }
  if (projet !== null && ancien !== null) noterPaire(verite, ancien, tardif, projet, dernier)
  if (forcage !== 'AUCUN') noterForcage(verite, rapproche, tardif, projet)
}
