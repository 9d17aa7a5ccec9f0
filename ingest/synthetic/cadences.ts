import type { Alea } from './alea.ts'
import type { Calendrier } from './calendrier.ts'
import { choisirRangs, tauxVisible } from './classes.ts'
import { type Delai, delaiParLot, lognormale, melange, prepareDelai } from './delais.ts'
import type { Cadence } from './pratique.ts'
import { type Seuils, seuilPlante } from './seuils.ts'

export interface Rythme {
  readonly cadence: Cadence
  readonly delaiAttribution: Delai
}

const DELAI_MAXIMUM = 180

/** Share of late leases of a landlord whose median stays good; of one too small for that to be seen, whose median is bad. */
const RETARDS = [0.33, 0.42] as const
const RETARD_FRANC = 0.65

/** The ways of the largest landlords but the first, in an order that the seed draws: they set the territory's lag. */
const GRANDS: readonly Cadence[] = ['LENTE', 'LENTE', 'IRREGULIERE', 'TRIMESTRE', 'RAPIDE', 'RAPIDE', 'RAPIDE']

const autreCadence = (alea: Alea): Cadence => {
  const u = alea.nombre()
  if (u < 0.74) return 'RAPIDE'
  if (u < 0.84) return 'LENTE'
  return u < 0.93 ? 'IRREGULIERE' : 'MOYENNE'
}

/** When guichets work, and the thresholds they are drawn around. */
interface Epoque {
  readonly calendrier: Calendrier
  readonly annee: number
  readonly seuils: Seuils
}

const loi = (
  cadence: Cadence,
  attributions: number,
  { calendrier, annee, seuils }: Epoque,
  alea: Alea,
): Float64Array => {
  switch (cadence) {
    case 'RAPIDE':
      return lognormale(alea.entre(6, 11.8), alea.entre(0.55, 0.72), DELAI_MAXIMUM)
    case 'MOYENNE':
      return lognormale(alea.entre(17, 20), alea.entre(0.5, 0.6), DELAI_MAXIMUM)
    case 'LENTE':
      return lognormale(alea.entre(40, 62), alea.entre(0.5, 0.7), DELAI_MAXIMUM)
    case 'IRREGULIERE': {
      const visible = tauxVisible(seuilPlante(seuils, 'attributions_hors_delai'), attributions)
      // The median is bad as soon as more than half are late; that it is shows only from well above half.
      const retard =
        visible <= RETARDS[1] ? alea.entre(...RETARDS) : Math.max(RETARD_FRANC, visible, tauxVisible(0.5, attributions))
      return melange([
        [1 - retard, lognormale(alea.entre(3.5, 6), 0.6, DELAI_MAXIMUM)],
        [retard, lognormale(alea.entre(62, 84), 0.3, DELAI_MAXIMUM)],
      ])
    }
    case 'TRIMESTRE':
      return delaiParLot(calendrier, annee)
  }
}

/** A landlord that records in that way, with what it allocates in a year. */
export const tirerRythme = (cadence: Cadence, attributions: number, epoque: Epoque, alea: Alea): Rythme => ({
  cadence,
  delaiAttribution: prepareDelai(loi(cadence, attributions, epoque, alea)),
})

/** How each landlord's guichet records leases, the landlords given from the largest to the smallest, with what each allocates in a year. */
export const tirerCadences = (
  bailleurs: readonly number[],
  attributionsDe: (rang: number) => number,
  epoque: Epoque,
  alea: Alea,
): Map<number, Rythme> => {
  const melanges = choisirRangs(bailleurs, GRANDS.length, 1, 1 + GRANDS.length, alea)
  const imposees = new Map<number, Cadence>(melanges.map((rang, i) => [rang, GRANDS[i] as Cadence]))
  const [premier] = bailleurs
  if (premier !== undefined) imposees.set(premier, 'RAPIDE')
  for (const rang of choisirRangs(bailleurs, 1, 1 + GRANDS.length, bailleurs.length, alea))
    imposees.set(rang, 'TRIMESTRE')
  return new Map(
    bailleurs.map((rang) => {
      const cadence = imposees.get(rang) ?? autreCadence(alea)
      return [rang, tirerRythme(cadence, attributionsDe(rang), epoque, alea)]
    }),
  )
}
