import { tirerRythme } from '../cadences.ts'
import type { Guichet } from '../guichet.ts'
import { actesParAn } from '../habitudes.ts'
import type { Cadence } from '../pratique.ts'
import type { Changement } from './changement.ts'
import { LOGICIELS } from './logiciels.ts'
import { SUJETS } from './sujets.ts'
import { datesPour, premieres, prendre, type Urne } from './urne.ts'

/** A year's changes: for the better and as many for the worse, new software, landlords at another pace. */
const PAR_AN = { DEGRADATION: 27, AMELIORATION: 27, LOGICIEL: 3, CADENCE: 3 } as const
const ESSAIS = 40

/** A guichet that begins, or ceases, to do badly something that it was drawn to do well. */
const tirerHabitude = (urne: Urne, nature: 'DEGRADATION' | 'AMELIORATION', jour: number): Changement[] => {
  const { effectif, guichets, cadre, alea } = urne
  for (let essai = 0; essai < ESSAIS; essai++) {
    const sujet = SUJETS[alea.entier(SUJETS.length)] as (typeof SUJETS)[number]
    const classes = sujet.classes(effectif.classement)
    const honnete = (r: number) => (classes.get(r) ?? 'honnete') === 'honnete'
    const guichet = prendre(urne, sujet.candidats(effectif), sujet.champ, honnete)
    if (guichet === undefined) continue
    const mauvaises = sujet.mauvaises(guichets[guichet] as Guichet, cadre, alea)
    const bonnes = premieres(urne, guichet, mauvaises)
    const [avant, apres] = nature === 'DEGRADATION' ? [{}, mauvaises] : [mauvaises, bonnes]
    return [{ guichet, nature, jour, avant, apres, colonnes: [] }]
  }
  return []
}

const tirerLogiciel = (urne: Urne, jour: number, k: number): Changement[] => {
  const { colonnes, apres, champ, candidats } = LOGICIELS[k % LOGICIELS.length] as (typeof LOGICIELS)[number]
  const guichet = prendre(urne, candidats(urne.effectif), champ)
  return guichet === undefined ? [] : [{ guichet, nature: 'LOGICIEL', jour, avant: {}, apres, colonnes }]
}

/** The pace that a swift landlord takes, or leaves to become one, in turn. */
const CADENCES: readonly (readonly [Cadence, 'prend' | 'quitte'])[] = [
  ['LENTE', 'prend'],
  ['LENTE', 'quitte'],
  ['TRIMESTRE', 'prend'],
  ['LENTE', 'quitte'],
]

const tirerCadence = (urne: Urne, jour: number, k: number): Changement[] => {
  const { effectif, guichets, cadre, alea } = urne
  const [cadence, sens] = CADENCES[k % CADENCES.length] as (typeof CADENCES)[number]
  const rapide = (r: number) => effectif.habitudes[r]?.rythme.cadence === 'RAPIDE'
  const guichet = prendre(urne, effectif.bailleurs.slice(1, 20), 'rythme', rapide)
  if (guichet === undefined) return []
  const attributions = actesParAn(guichets[guichet] as Guichet, 'delai_attribution', cadre)
  const autre = { rythme: tirerRythme(cadence, attributions, cadre, alea) }
  const rapides = premieres(urne, guichet, autre)
  const [avant, apres] = sens === 'prend' ? [{}, autre] : [autre, rapides]
  return [{ guichet, nature: 'CADENCE', jour, avant, apres, colonnes: [] }]
}

/** What guichets do otherwise from a day on, between the first and the last snapshots; each habit changes once at most. */
export const tirerChangements = (urne: Urne): Changement[] => [
  ...(['DEGRADATION', 'AMELIORATION'] as const).flatMap((nature) =>
    datesPour(urne, PAR_AN[nature]).flatMap((jour) => tirerHabitude(urne, nature, jour)),
  ),
  ...datesPour(urne, PAR_AN.LOGICIEL).flatMap((jour, k) => tirerLogiciel(urne, jour, k)),
  ...datesPour(urne, PAR_AN.CADENCE).flatMap((jour, k) => tirerCadence(urne, jour, k)),
]
