import type { Alea } from './alea.ts'
import type { Ancien } from './fenetre.ts'
import type { Identite } from './identite.ts'
import type { Vie } from './vie.ts'

/** Households kept for later ones to resemble, several times more than are needed. */
const PART_CANDIDATS = 0.25

/** About one demande in twenty resembles an earlier one. */
const PART_RESSEMBLANTES = 0.055

/** Share of demandes whose names never change, because they were kept or resemble one that was. */
export const PART_STABLE = PART_RESSEMBLANTES + (1 - PART_RESSEMBLANTES) * PART_CANDIDATS

/** Places for two years of candidates, within a bound that does not grow with the simulation. */
export const placesUtiles = (inscriptionsParAn: number): number =>
  Math.min(250_000, Math.max(300, Math.ceil(inscriptionsParAn * 2 * PART_CANDIDATS)))

export const estCandidat = (vie: Vie, alea: Alea): boolean => alea.nombre() < PART_CANDIDATS && !vie.reactivee

export const nouvelAncien = (numero: string, enregistrement: number, vie: Vie, identite: Identite): Ancien => ({
  numero,
  enregistrement,
  fin: vie.fin,
  nonRenouvele: vie.radiations.at(-1)?.motif === 'NON_RENOUVELLEMENT',
  identite,
  copies: [],
})
