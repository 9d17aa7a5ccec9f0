import type { Alea } from './alea.ts'
import { estFinDeSemaine } from './calendrier.ts'
import { CALIBRAGE, SAISONS } from './calibrage.ts'
import { type Monde, tirerActif } from './monde.ts'

const AN = 365.25
const JOURS_OUVRES = 5 / 7

/** Expected registrations of a day, online every day and at guichets on working days. */
export const inscriptionsDuJour = (
  { calendrier }: Monde,
  jour: number,
  dernier: number,
  parAn: number,
): { enLigne: number; auGuichet: number } => {
  const saison = SAISONS[(calendrier.moisDe[jour] as number) % 12] as number
  const moyenne = (parAn / AN) * saison * Math.exp((-CALIBRAGE.croissance * (dernier - jour)) / AN)
  return {
    enLigne: moyenne * CALIBRAGE.partPortail,
    auGuichet: estFinDeSemaine(jour) ? 0 : (moyenne * (1 - CALIBRAGE.partPortail)) / JOURS_OUVRES,
  }
}

/** A whole number whose mean is that one. */
export const arrondirAuHasard = (alea: Alea, attendu: number): number => Math.floor(attendu + alea.nombre())

/** Which guichet registers the next household of a day. */
export const tirerGuichet = (monde: Monde, alea: Alea, jour: number, partEnLigne: number): number =>
  alea.nombre() < partEnLigne ? monde.portail : tirerActif(monde, alea, jour)
