import { enJour } from '../../../ingest/socle/jour.ts'
import { juger as jugerPeriode } from '../../../metrics/engine/juger.ts'
import type { Mesure } from '../../../metrics/engine/ligne.ts'
import type { Normes } from '../../../metrics/engine/norme.ts'

export const NORMES: Normes = {
  forcages: { objectif: null, seuil: 0.03, minimum: 30 },
  rfr_absent: { objectif: null, seuil: null, minimum: 30 },
  delai_enregistrement: { objectif: 0, seuil: 8, minimum: 30 },
}

export const juger = (...donnees: Parameters<typeof jugerPeriode>) => jugerPeriode(...donnees).lignes

const mesure = (entite: string, reste: Partial<Mesure>): Mesure => ({
  niveau: 'GUICHET',
  entite,
  libelle: entite,
  categorie: 'COMMUNE',
  date_fermeture: null,
  indicateur: 'forcages',
  mois_couverts: 1,
  numerateur: null,
  denominateur: null,
  valeur: null,
  p90: null,
  motif: null,
  details: null,
  distribution: null,
  ...reste,
})

export const part = (entite: string, numerateur: number, denominateur: number, reste: Partial<Mesure> = {}): Mesure =>
  mesure(entite, { numerateur, denominateur, valeur: denominateur === 0 ? null : numerateur / denominateur, ...reste })

export const seul = (m: Mesure, normes = NORMES) => juger([m], normes, enJour('2026-10-01'))[0]
