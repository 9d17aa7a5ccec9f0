import { moisPlus, plusJours, plusMois } from '../jours.ts'
import { autourDe, jourPiege } from './calendrier.ts'
import { actualiser, remplirAttribution } from './champs.ts'
import { type Fiche, guichetQuelconque, type Monde, piege, poser } from './fiche.ts'
import type { Hasard } from './hasard.ts'
import { changerNom } from './identites.ts'

const renouveler = (monde: Monde, fiche: Fiche, mois: string): void => {
  const { h, calendrier } = monde
  const echeance = fiche.date_echeance
  const dates = [
    jourPiege(h, mois),
    jourPiege(h, mois),
    autourDe(h, h.choisir(calendrier.dates)),
    ...(echeance === undefined ? [] : [autourDe(h, plusMois(echeance, -2)), autourDe(h, echeance)]),
  ]
  const jour = piege(monde) ? h.choisir(dates) : jourPiege(h, mois)
  fiche.date_renouvellement = jour
  poser(fiche, 'guichet_renouvellement', guichetQuelconque(monde))
  if (h.chance(0.8)) fiche.date_echeance = plusMois(jour, 12)
  actualiser(monde, fiche)
}

const modifier = (monde: Monde, fiche: Fiche, mois: string): void => {
  const { h } = monde
  const acte = h.choisir([fiche.date_renouvellement, fiche.date_enregistrement])
  fiche.date_modification = acte !== undefined && h.chance(0.25) ? acte : jourPiege(h, mois)
  poser(fiche, 'guichet_modification', guichetQuelconque(monde))
  if (h.chance(0.6)) changerNom(monde, fiche)
  actualiser(monde, fiche)
}

const AUTRES_MOTIFS =
  'NON_RENOUVELLEMENT NON_RENOUVELLEMENT RENONCIATION ABSENCE_REPONSE IRRECEVABILITE FUSION SUPPRESSION_DOUBLON AUTRE'

const choisirMotif = (h: Hasard): string | null => {
  if (h.chance(0.4)) return 'ATTRIBUTION'
  return h.choisir([...AUTRES_MOTIFS.split(' '), null])
}

const radier = (monde: Monde, fiche: Fiche, mois: string, photo: string): void => {
  const { h, calendrier } = monde
  const motif = choisirMotif(h)
  const saisie = h.chance(0.85) ? jourPiege(h, mois) : autourDe(h, plusMois(photo, -12))
  fiche.statut = 'RADIEE'
  poser(fiche, 'motif_radiation', motif)
  poser(fiche, 'date_saisie_radiation', h.chance(0.95) ? saisie : null)
  const effective = h.choisir([
    saisie,
    saisie,
    jourPiege(h, mois),
    plusJours(saisie, -h.entier(0, 40)),
    null,
    autourDe(h, plusMois(h.choisir(calendrier.dates), -12)),
  ])
  poser(fiche, 'date_radiation', effective)
  poser(fiche, 'guichet_radiation', guichetQuelconque(monde))
  if (motif === 'ATTRIBUTION' || h.chance(0.05)) {
    const signatures = [
      plusJours(saisie, -h.entier(0, 20)),
      plusJours(saisie, -h.entier(0, 60)),
      autourDe(h, plusJours(saisie, -30)),
      autourDe(h, saisie),
      jourPiege(h, moisPlus(mois, -h.entier(1, 3))),
      jourPiege(h, moisPlus(mois, -3)),
      null,
    ]
    poser(fiche, 'date_signature_bail', h.choisir(signatures))
    remplirAttribution(monde, fiche)
  }
  if (motif === 'NON_RENOUVELLEMENT') {
    const echeance = fiche.date_echeance ?? saisie
    poser(fiche, 'date_preavis', h.choisir([null, autourDe(h, plusMois(echeance, -1)), plusMois(echeance, -2)]))
  }
}

/** Back among the active: with or without what the radiation wrote. */
const reactiver = (monde: Monde, fiche: Fiche): void => {
  fiche.statut = 'ACTIVE'
  if (!piege(monde) || monde.h.chance(0.5))
    for (const colonne of ['date_radiation', 'date_saisie_radiation', 'motif_radiation', 'guichet_radiation'] as const)
      poser(fiche, colonne, null)
}

const evoluer = (monde: Monde, fiche: Fiche, mois: string, photo: string, ardeur: number): void => {
  const { h, calendrier } = monde
  if (fiche.statut === 'RADIEE') {
    if (h.chance(0.15)) reactiver(monde, fiche)
    else if (h.chance(0.05)) poser(fiche, 'motif_radiation', choisirMotif(h))
    return
  }
  if (h.chance(0.03)) poser(fiche, 'date_echeance', h.chance(0.7) ? jourPiege(h, h.choisir(calendrier.mois)) : null)
  if (h.chance(0.2 * ardeur)) renouveler(monde, fiche, mois)
  if (h.chance(0.18 * ardeur)) modifier(monde, fiche, mois)
  if (h.chance(0.12 * ardeur)) radier(monde, fiche, mois, photo)
  if (h.chance(0.01)) poser(fiche, 'type_demandeur', fiche.type_demandeur === 'ASSOCIATION' ? null : 'ASSOCIATION')
  if (h.chance(0.01)) poser(fiche, 'forcage_doublon', h.choisir(['O', 'N', null]))
}

/** What happens up to a snapshot: acts on the demandes, some that go missing, some that come back. */
export const faireVivre = (monde: Monde, mois: string, photo: string): void => {
  const { h } = monde
  const ardeur = h.choisir([0.4, 1, 1, 3])
  for (const fiche of monde.fiches) evoluer(monde, fiche, mois, photo, ardeur)
  const partantes = monde.fiches.filter(() => h.chance(0.02))
  const revenantes = monde.absentes.filter(() => h.chance(0.3))
  monde.fiches = [...monde.fiches.filter((f) => !partantes.includes(f)), ...revenantes]
  monde.absentes = [...monde.absentes.filter((f) => !revenantes.includes(f)), ...partantes]
}
