import { Alea } from './alea.ts'
import type { Calendrier } from './calendrier.ts'
import { CALIBRAGE } from './calibrage.ts'
import { type Changement, periodesDe } from './changements/changement.ts'
import type { Temps } from './changements/dates.ts'
import { AUCUNE_IRREGULARITE, estEnSilence, type Irregularites } from './changements/irregularites.ts'
import { tirerChangements } from './changements/tirer-changements.ts'
import { tirerIrregularites } from './changements/tirer-irregularites.ts'
import { GESTIONNAIRE, type Guichet, PORTAIL } from './guichet.ts'
import type { Periode, Pratique } from './pratique.ts'
import { composerPratique, tirerEffectif } from './pratiques.ts'
import { creerRegistre } from './registre.ts'
import type { Seuils } from './seuils.ts'
import { readTerritoire, type Territoire } from './territoire.ts'
import { prepareTirage, type Tirage, tirer } from './tirage.ts'

/** All that a household meets: the calendar, the communes, the guichets and how they work. */
export interface Monde {
  readonly calendrier: Calendrier
  readonly territoire: Territoire
  readonly guichets: readonly Guichet[]
  /** How each works, by rank of guichet: one period, or several where something changes. */
  readonly periodes: readonly (readonly Periode[])[]
  readonly changements: readonly Changement[]
  readonly irregularites: Irregularites
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
  /** When things change; without it nothing does. */
  readonly temps?: Temps
}

export const creerMonde = (
  { territoire: code, demandes, graine, seuils, temps }: Reglages,
  calendrier: Calendrier,
  fin: number,
): Monde => {
  const territoire = readTerritoire(code)
  const guichets = creerRegistre(territoire, calendrier, fin, new Alea(graine, 'registre'))
  const cadre = { demandes, calendrier, annee: (calendrier.annees[fin] as number) - 4, seuils }
  const effectif = tirerEffectif(guichets, cadre, new Alea(graine, 'pratiques'))
  const urne = temps && {
    effectif,
    guichets,
    temps,
    cadre,
    alea: new Alea(graine, 'changements'),
    pris: new Set<string>(),
  }
  const irregularites = urne === undefined ? AUCUNE_IRREGULARITE : tirerIrregularites(urne)
  const changements = urne === undefined ? [] : tirerChangements(urne)
  return {
    calendrier,
    territoire,
    guichets,
    periodes: effectif.habitudes.map((premieres, rang) =>
      periodesDe(
        premieres,
        changements.filter(({ guichet }) => guichet === rang),
        (habitudes) => composerPratique(habitudes, cadre),
      ),
    ),
    changements,
    irregularites,
    seuils,
    portail: guichets.findIndex((g) => g.code === PORTAIL),
    gestionnaire: guichets.findIndex((g) => g.code === GESTIONNAIRE),
    tirageActifs: prepareTirage(guichets.map((g) => g.part)),
    tirageBailleurs: prepareTirage(guichets.map((g) => g.partAttributions)),
  }
}

/** How a guichet works on a day. */
export const pratiqueDe = ({ periodes }: Monde, guichet: number, jour: number): Pratique => {
  const siennes = periodes[guichet] as readonly Periode[]
  let i = siennes.length - 1
  while (i > 0 && (siennes[i] as Periode).depuis > jour) i--
  return (siennes[i] as Periode).pratique
}

/** The guichet itself, or its successor once it has closed. */
const enExercice = (monde: Monde, guichet: number, jour: number): number => {
  const g = monde.guichets[guichet] as Guichet
  return g.fermeture !== 0 && jour > g.fermeture && g.successeur >= 0 ? g.successeur : guichet
}

/** The guichet that acts on a day in place of one that may have closed; while one is silent, its households go online. */
export const enActivite = (monde: Monde, guichet: number, jour: number): number => {
  const rang = enExercice(monde, guichet, jour)
  return estEnSilence(monde.irregularites, rang, jour) ? monde.portail : rang
}

export const tirerActif = (monde: Monde, alea: Alea, jour: number): number =>
  enActivite(monde, tirer(monde.tirageActifs, alea), jour)

export const tirerBailleur = (monde: Monde, alea: Alea, jour: number): number =>
  enExercice(monde, tirer(monde.tirageBailleurs, alea), jour)

export const tirerRenouvellement = (monde: Monde, alea: Alea, jour: number): number =>
  alea.nombre() < CALIBRAGE.renouvellementsPortail ? monde.portail : tirerActif(monde, alea, jour)

export const tirerModification = (monde: Monde, alea: Alea, jour: number): number =>
  alea.nombre() < CALIBRAGE.modificationsPortail ? monde.portail : tirerActif(monde, alea, jour)
