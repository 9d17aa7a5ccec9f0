import { enJour } from '../../../../ingest/socle/jour.ts'
import type { FaitsMesure } from '../../../../server/gestion/mesures/faits.ts'

/** An informal measure of 8 September 2026, due on 8 October, on that day, nothing received. */
export const faits = (reste: Partial<FaitsMesure> = {}): FaitsMesure => ({
  etat: 'SIGNALEMENT_INFORMEL',
  ouverteLe: enJour('2026-09-08'),
  echeance: enJour('2026-10-08'),
  planRecu: null,
  observationsRecues: null,
  formaliseeLe: null,
  signaleeLe: null,
  observationsSurDemande: null,
  envoiDeLaDemande: null,
  suite: null,
  cloture: null,
  quitte: null,
  aujourdhui: enJour('2026-10-08'),
  sansAmelioration: false,
  corrigee: false,
  ...reste,
})
