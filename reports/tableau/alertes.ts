import { type AlerteQualifiee, ETATS_ALERTE } from '../../web/alertes.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { Tableau } from './tableau.ts'

const enLigne = ({ entite, libelle, fiche, point, seuil, etat, explication, mesure }: AlerteQualifiee) => ({
  entite,
  libelle,
  indicateur: fiche.code,
  valeur: point.valeur,
  denominateur: point.denominateur,
  ic_bas: point.ic_bas,
  ic_haut: point.ic_haut,
  seuil,
  sur_douze_mois: point.surDouzeMois,
  qualification: ETATS_ALERTE[etat],
  mesure: mesure?.reference ?? null,
  raison: explication?.raison ?? null,
  texte: explication?.texte ?? null,
  jusqua: explication?.jusqua ?? null,
  par: explication?.par ?? null,
  le: explication?.le ?? null,
})

/** The lines in alert, one row each, with what was made of them. */
export const tableauAlertesQualifiees = (
  alertes: readonly AlerteQualifiee[],
  provenance: Provenance,
): Tableau<ReturnType<typeof enLigne>> => ({
  titre: 'Alertes',
  colonnes: [
    { nom: 'entite', intitule: 'Code', type: 'texte' },
    { nom: 'libelle', intitule: 'Guichet ou service', type: 'texte' },
    { nom: 'indicateur', intitule: 'Indicateur', type: 'texte' },
    { nom: 'valeur', intitule: 'Valeur', type: 'nombre' },
    { nom: 'denominateur', intitule: 'Effectif', type: 'entier' },
    { nom: 'ic_bas', intitule: 'Intervalle à 95 %, bas', type: 'nombre' },
    { nom: 'ic_haut', intitule: 'Intervalle à 95 %, haut', type: 'nombre' },
    { nom: 'seuil', intitule: 'Seuil', type: 'nombre' },
    { nom: 'sur_douze_mois', intitule: 'Sur douze mois', type: 'booleen' },
    { nom: 'qualification', intitule: 'Qualification', type: 'texte' },
    { nom: 'mesure', intitule: 'Mesure', type: 'texte' },
    { nom: 'raison', intitule: 'Raison', type: 'texte' },
    { nom: 'texte', intitule: 'Explication', type: 'texte' },
    { nom: 'jusqua', intitule: 'Jusqu’au mois', type: 'texte' },
    { nom: 'par', intitule: 'Expliquée par', type: 'texte' },
    { nom: 'le', intitule: 'Expliquée le', type: 'jour' },
  ],
  lignes: alertes.map(enLigne),
  notes: notesDe(provenance),
})
