import { debutDuMois, finDuMois, moisPlus, plusJours, plusMois } from '../jours.ts'
import { autourDe, jourPiege } from './calendrier.ts'
import { remplirMenage } from './champs.ts'
import { type Fiche, guichetQuelconque, type Monde, negligence, piege, poser } from './fiche.ts'
import { copierIdentite, inventerConjoint, inventerIdentite } from './identites.ts'

const moisAnnee = (jour: string): string => `${jour.slice(5, 7)}${jour.slice(2, 4)}`

/** The month inside the number is the registration's, or the deposit's, or neither. */
const numeroter = (monde: Monde, fiche: Fiche, enregistrement: string): string => {
  const { h } = monde
  const depot = fiche.date_depot ?? enregistrement
  const jour = !piege(monde)
    ? enregistrement
    : h.choisir([enregistrement, enregistrement, enregistrement, depot, plusMois(enregistrement, 1)])
  monde.ordre += 1
  const premier = h.choisir(monde.reseau.codes)
  return `${h.choisir(['013', '013', '02A'])}${moisAnnee(jour)}${String(monde.ordre).padStart(6, '0')}${premier}`
}

const deposer = (monde: Monde, fiche: Fiche, enregistrement: string, mois: string): string | null => {
  const { h } = monde
  const cas = piege(monde) ? h.entier(0, 9) : 9
  if (cas === 0) return null
  if (cas === 1) return plusJours(enregistrement, h.entier(1, 3))
  if (cas === 2 || cas === 3) return autourDe(h, plusMois(enregistrement, -2))
  if (cas === 4) return autourDe(h, plusMois(h.choisir([debutDuMois(mois), finDuMois(mois)]), -1))
  return plusJours(enregistrement, -h.entier(0, negligence(monde, fiche) > 0.5 ? 40 : h.choisir([0, 2, 12, 40])))
}

/** Papers and due dates, late or missing as often as the guichet is careless. */
const dater = (monde: Monde, fiche: Fiche, enregistrement: string): void => {
  const { h, calendrier } = monde
  const faute = negligence(monde, fiche)
  const depot = fiche.date_depot ?? enregistrement
  const attestation = h.chance(0.3) ? autourDe(h, plusMois(depot, 1)) : plusJours(depot, h.entier(0, 9))
  poser(fiche, 'date_attestation', h.chance(faute / 2) ? null : attestation)
  poser(fiche, 'date_piece_identite', h.chance(faute / 3) ? null : plusJours(enregistrement, h.entier(-3, 20)))
  const photo = h.choisir(calendrier.dates)
  const echeances = [
    plusMois(enregistrement, 12),
    jourPiege(h, h.choisir(calendrier.mois)),
    autourDe(h, plusMois(photo, h.choisir([-1, 13]))),
  ]
  poser(
    fiche,
    'date_echeance',
    piege(monde) ? h.choisir([null, ...echeances, ...echeances, ...echeances]) : plusMois(enregistrement, 12),
  )
  if (h.chance(0.01) && piege(monde)) fiche.date_echeance = '9999-12-31'
}

/** Forced in spite of a duplicate: who was there first, and whether it was still open thirty days later. */
const forcer = (monde: Monde, fiche: Fiche, enregistrement: string): void => {
  const { h } = monde
  fiche.forcage_doublon = 'O'
  const modele = monde.fiches.length > 0 && h.chance(0.8) ? h.choisir(monde.fiches) : undefined
  if (modele === undefined) return
  copierIdentite(monde, fiche, modele)
  if (h.chance(0.4)) {
    modele.statut = 'RADIEE'
    poser(modele, 'date_radiation', h.chance(0.9) ? autourDe(h, plusJours(enregistrement, 30)) : null)
    poser(modele, 'motif_radiation', h.choisir(['FUSION', 'SUPPRESSION_DOUBLON', 'AUTRE']))
  }
}

/** A new demande, registered around that month. */
export const creerFiche = (monde: Monde, mois: string): Fiche => {
  const { h, calendrier } = monde
  const trenteAvant = plusJours(h.choisir([debutDuMois(mois), finDuMois(mois)]), -30)
  let enregistrement = h.chance(0.12) ? autourDe(h, trenteAvant) : jourPiege(h, mois)
  const jumelle = monde.fiches.length > 0 && h.chance(0.25) && piege(monde) ? h.choisir(monde.fiches) : undefined
  if (jumelle !== undefined && h.chance(0.3)) enregistrement = jumelle.date_enregistrement ?? enregistrement
  const fiche: Fiche = { statut: 'ACTIVE', date_enregistrement: enregistrement }
  poser(fiche, 'guichet_enregistrement', guichetQuelconque(monde))
  poser(fiche, 'date_depot', deposer(monde, fiche, enregistrement, mois))
  poser(fiche, 'reprise_anciennete', h.choisir([null, null, 'N', 'N', 'O']))
  fiche.numero_unique = numeroter(monde, fiche, enregistrement)
  poser(fiche, 'type_demandeur', h.choisir([null, null, 'PERSONNE', 'PERSONNE', h.chance(0.3) ? 'ASSOCIATION' : null]))
  poser(fiche, 'canal', h.choisir(['GUICHET', 'INTERFACE', 'PORTAIL', null]))
  dater(monde, fiche, enregistrement)
  if (jumelle === undefined) inventerIdentite(monde, fiche)
  else copierIdentite(monde, fiche, jumelle)
  poser(fiche, 'forcage_doublon', h.choisir(['N', 'N', null]))
  if (h.chance(0.03 + negligence(monde, fiche) / 4)) forcer(monde, fiche, enregistrement)
  inventerConjoint(monde, fiche)
  remplirMenage(monde, fiche)
  if (h.chance(0.15)) poser(fiche, 'date_modification', h.choisir([enregistrement, jourPiege(h, mois)]))
  if (fiche.date_modification !== undefined) poser(fiche, 'guichet_modification', guichetQuelconque(monde))
  if (h.chance(0.02) && piege(monde))
    poser(fiche, h.choisir(['date_radiation', 'date_preavis']), jourPiege(h, h.choisir(calendrier.mois)))
  return fiche
}

/** A demande that was there before the first snapshot: some months old, or more than a year. */
export const creerAncienne = (monde: Monde): Fiche => {
  const { h, calendrier } = monde
  return creerFiche(monde, moisPlus(calendrier.mois[0] ?? '2022-01', -h.choisir([0, 1, 2, 3, 6, 12, 13, 24])))
}
