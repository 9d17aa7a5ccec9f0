import { Alea } from './alea.ts'
import type { Calendrier } from './calendrier.ts'
import { CALIBRAGE } from './calibrage.ts'
import { GESTIONNAIRE, type Guichet, PORTAIL } from './guichet.ts'
import type { Pratique } from './pratique.ts'
import { tirerPratiques } from './pratiques.ts'
import { creerRegistre } from './registre.ts'
import type { Seuils } from './seuils.ts'
import { readTerritoire, type Territoire } from './territoire.ts'
import { prepareTirage, type Tirage, tirer } from './tirage.ts'

/** All that a household meets: the calendar, the communes, the guichets and how they work. */
export interface Monde {
  readonly calendrier: Calendrier
  readonly territoire: Territoire
  readonly guichets: readonly Guichet[]
  /** By rank of guichet. */
  readonly pratiques: readonly Pratique[]
  /** What these are judged by. */
  readonly seuils: Seuils
  readonly portail: number
  readonly gestionnaire: number
  readonly tirageActifs: Tirage
  readonly tirageBailleurs: Tirage
}

interface Reglages {
  readonly territoire: string
  readonly demandes: number
  readonly graine: number
  readonly seuils: Seuils
}

export const creerMonde = (
  { territoire: code, demandes, graine, seuils }: Reglages,
  calendrier: Calendrier,
  fin: number,
): Monde => {
  const territoire = readTerritoire(code)
  const guichets = creerRegistre(territoire, calendrier, fin, new Alea(graine, 'registre'))
  const annee = (calendrier.annees[fin] as number) - 4
  return {
    calendrier,
    territoire,
    guichets,
    pratiques: tirerPratiques(guichets, { demandes, calendrier, annee, seuils }, new Alea(graine, 'pratiques')),
    seuils,
    portail: guichets.findIndex((g) => g.code === PORTAIL),
    gestionnaire: guichets.findIndex((g) => g.code === GESTIONNAIRE),
    tirageActifs: prepareTirage(guichets.map((g) => g.part)),
    tirageBailleurs: prepareTirage(guichets.map((g) => g.partAttributions)),
  }
}

export const pratiqueDe = (monde: Monde, guichet: number): Pratique => monde.pratiques[guichet] as Pratique

/** The guichet that acts on a day in place of one that may have closed. */
export const enActivite = (monde: Monde, guichet: number, jour: number): number => {
  const g = monde.guichets[guichet] as Guichet
  return g.fermeture !== 0 && jour > g.fermeture && g.successeur >= 0 ? g.successeur : guichet
}

export const tirerActif = (monde: Monde, alea: Alea, jour: number): number =>
  enActivite(monde, tirer(monde.tirageActifs, alea), jour)

export const tirerBailleur = (monde: Monde, alea: Alea, jour: number): number =>
  enActivite(monde, tirer(monde.tirageBailleurs, alea), jour)

export const tirerRenouvellement = (monde: Monde, alea: Alea, jour: number): number =>
  alea.nombre() < CALIBRAGE.renouvellementsPortail ? monde.portail : tirerActif(monde, alea, jour)

export const tirerModification = (monde: Monde, alea: Alea, jour: number): number =>
  alea.nombre() < CALIBRAGE.modificationsPortail ? monde.portail : tirerActif(monde, alea, jour)
