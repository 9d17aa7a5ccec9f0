import type { Atelier } from '../atelier.ts'
import type { Ancien } from '../fenetre.ts'
import { estDoublon, type Projet } from '../projet.ts'
import { consommer, trouverAncien } from '../rapprocher.ts'
import { abreger } from '../vie.ts'
import type { Lieu } from './lieux.ts'

/** The earlier household that a demande resembles, and how. */
export interface Rapprochement {
  readonly projet: Projet
  readonly ancien: Ancien
  /** Of the demande that a couple had, for one who has left it. */
  readonly depot?: number
}

/** The earlier household that this one resembles; a copy never outlives it. Where none suits, a forcing finds a homonym. */
export const rapprocher = (atelier: Atelier, projet: Projet, jour: number): Rapprochement | null => {
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

/** Residents of a hostel who look like one that it took in before. */
const PART_VOISINS = 0.06

const VOISINS: Projet = { nature: 'VOISINS', forcage: 'AUCUN' }
const EX_CONJOINTS: Projet = { nature: 'EX_CONJOINTS', forcage: 'AUCUN' }

/** What an ordinary household turns out to be: someone who has left a couple, or the neighbour of one in the same hostel. */
export const rapprocherOrdinaire = (atelier: Atelier, jour: number, lieu: Lieu | null): Rapprochement | null => {
  const { alea, separes } = atelier
  if (lieu !== null) {
    const actifs = alea.nombre() < PART_VOISINS ? lieu.residents.filter(({ fin }) => fin > jour) : []
    const ancien = actifs[alea.entier(actifs.length)]
    return ancien === undefined ? null : { projet: VOISINS, ancien }
  }
  const separation = separes.suivant(jour)
  if (separation === null) return null
  const { numero, depot, fin, identite } = separation
  const ancien = { numero, enregistrement: depot, fin, nonRenouvele: false, identite, copies: [] }
  return { projet: EX_CONJOINTS, ancien, depot }
}
