import { enJour, enMois } from '../../../ingest/socle/jour.ts'
import type { LigneDeLettre, MesureDeLettre } from '../../../reports/lettres/sujet-mesure.ts'
import { FICHES } from '../../../server/lecture/fiches.ts'

/** A line of a measure about an indicator, with its evidence. */
export const ligne = (code: string): LigneDeLettre => {
  const fiche = FICHES.find((une) => une.code === code)
  if (fiche === undefined) throw new RangeError(code)
  return {
    libelle: 'Mairie de Vaugrand',
    fiche,
    preuve: {
      mois: enMois('2026-08'),
      instantane: enJour('2026-08-31'),
      surDouzeMois: false,
      ...{
        valeur: 0.122,
        numerateur: 9,
        denominateur: 74,
        ic_bas: 0.065,
        ic_haut: 0.215,
        statut: 'ALERTE',
        seuil: 0.05,
      },
      empreinte: 'c2d8'.padEnd(64, '0'),
    },
    avant: [],
    depuis: [],
  }
}

/** A measure whose demand is made formal on 6 October 2026. */
export const mesureDeLettre = (...codes: readonly string[]): MesureDeLettre => ({
  reference: '2026-07',
  service: 'Mairie de Vaugrand',
  territoire: 'Bouches-du-Rhône',
  lignes: codes.map(ligne),
  ouverteLe: enJour('2026-09-08'),
  echeance: enJour('2026-10-21'),
  formaliseeLe: enJour('2026-10-06'),
  planRecu: null,
  echeanceDuMessage: enJour('2026-09-30'),
  envoi: null,
  actes: [],
  auteur: 'Camille Martin',
  jour: enJour('2026-10-06'),
  adresse: 'Hôtel de ville\n13998 Vaugrand',
  texte: '',
  listes: '',
})
