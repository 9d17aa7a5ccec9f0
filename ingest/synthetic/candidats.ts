import type { Alea } from './alea.ts'
import { type Fenetre, retenir } from './fenetre.ts'
import type { Identite } from './identite.ts'
import { JAMAIS, type Vie } from './vie.ts'

const LONGUE_VIE = 2.5 * 365
/** Households kept for later ones to resemble: those that last are more often copied, since a copy never outlives them. */
const PART_LONGUES = 0.3
const PART_BREVES = 0.15

/** Roughly the share of demandes whose names never change, because they were kept or resemble one that was. */
export const PART_STABLE = 0.27

/** Places for two years of candidates, within a bound that does not grow with the simulation. */
export const placesUtiles = (inscriptionsParAn: number): number =>
  Math.min(250_000, Math.max(300, Math.ceil(inscriptionsParAn * 2 * 0.2)))

export const estCandidat = (vie: Vie, enregistrement: number, alea: Alea): boolean => {
  const longue = vie.fin === JAMAIS || vie.fin - enregistrement > LONGUE_VIE
  return alea.nombre() < (longue ? PART_LONGUES : PART_BREVES) && !vie.reactivee
}

export const retenirCandidat = (
  fenetre: Fenetre,
  numero: string,
  enregistrement: number,
  vie: Vie,
  identite: Identite,
): void =>
  retenir(fenetre, {
    numero,
    enregistrement,
    fin: vie.fin,
    nonRenouvele: vie.radiations.at(-1)?.motif === 'NON_RENOUVELLEMENT',
    identite,
    copies: [],
  })
