import type { Alea } from './alea.ts'
import { type Ancien, chercher, type Fenetre } from './fenetre.ts'
import { porteUnNomDUsage } from './identite.ts'
import { aUnVoisin, estCompose, seTranscrit } from './menages/prenoms-voisins.ts'
import type { Monde } from './monde.ts'
import { estCopie, estDoublon, type Nature, type Projet } from './projet.ts'
import { jourEtMoisEchanges } from './variantes.ts'

const AN = 365
/** Days for which the first demande stays active where a forcing is unjustified. */
const JOURS_DU_FORCAGE = 30

/** Which earlier households a demande registered on a day and active until `fin` may resemble in this way. */
const critere = (monde: Monde, { nature }: Projet, jour: number, fin: number, horizon: number) => {
  const jusque = Math.min(fin, horizon)
  const ferme = (a: Ancien) => a.fin < jour && a.fin > jour - AN && a.copies.length === 0
  const { calendrier } = monde
  return (a: Ancien): boolean => {
    if (a.enregistrement >= jour) return false
    switch (nature) {
      case 'REINSCRIPTION':
      case 'CORRECTION':
        return ferme(a) && a.nonRenouvele
      case 'SEPARATION':
        return ferme(a) && a.identite.conjointNom !== ''
      case 'JUMEAUX_COMPOSES':
        return a.fin > jour + JOURS_DU_FORCAGE && aUnVoisin(a.identite.prenom)
      case 'ABREVIATION':
        return a.fin >= jusque && a.copies.length === 0 && estCompose(a.identite.prenom)
      case 'TRANSCRIPTION':
        return a.fin >= jusque && a.copies.length === 0 && seTranscrit(a.identite.prenom)
      case 'USAGE':
        return a.fin >= jusque && a.copies.length === 0 && porteUnNomDUsage(a.identite)
      case 'JUMEAUX':
      case 'FRATRIE':
      case 'HOMONYME':
        return a.fin > jour + JOURS_DU_FORCAGE
      case 'CONJOINT':
        return a.fin >= jusque && a.identite.conjointNom !== '' && a.copies.length === 0
      case 'DATE':
        return a.fin >= jusque && a.copies.length === 0 && jourEtMoisEchanges(a.identite.nee, calendrier) !== null
      case 'FAUTE':
        return a.fin >= jusque && a.copies.length === 0
      default:
        return a.fin >= jusque && a.fin > jour + JOURS_DU_FORCAGE
    }
  }
}

/** The place of an earlier household for a project; a copy that would outlive every candidate takes the one that lasts. */
export const trouverAncien = (
  fenetre: Fenetre,
  alea: Alea,
  monde: Monde,
  projet: Projet,
  jour: number,
  fin: number,
  horizon: number,
): number => {
  const place = chercher(fenetre, alea, critere(monde, projet, jour, fin, horizon))
  if (place >= 0 || !estDoublon(projet.nature)) return place
  return chercher(fenetre, alea, critere(monde, projet, jour, Math.min(fin, jour + AN), horizon))
}

/** One copy in twelve leaves its model to be copied again. */
const PART_TRIPLONS = 0.08

const LAISSES_EN_PLACE: ReadonlySet<Nature> = new Set(['JUMEAUX', 'JUMEAUX_COMPOSES', 'FRATRIE', 'HOMONYME'])

/** A copied household leaves the window, but for those that will be copied again. */
export const consommer = (fenetre: Fenetre, place: number, nature: Nature, alea: Alea): void => {
  if (LAISSES_EN_PLACE.has(nature)) return
  if (estCopie(nature) && alea.nombre() < PART_TRIPLONS) return
  fenetre.places[place] = null
}
