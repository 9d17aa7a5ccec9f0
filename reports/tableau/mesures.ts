import { capitale } from '../../ingest/socle/francais/phrase.ts'
import { ETATS_ANNEXE } from '../../web/annexes.ts'
import type { MesureVue, PreuveVue } from '../../web/mesure-vue.ts'
import { ETATS_MESURE, type PointMesure } from '../../web/mesures.ts'
import { bilanDe, objetDe } from '../../web/modeles/mesures.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { Tableau } from './tableau.ts'

const DE_MESURE = [
  { nom: 'reference', intitule: 'Mesure', type: 'texte' },
  { nom: 'service', intitule: 'Code du service', type: 'texte' },
  { nom: 'nom', intitule: 'Service', type: 'texte' },
] as const

const tetesDe = ({ reference, service, nom }: MesureVue) => ({ reference, service, nom })

/** Measures, one row each. */
export const tableauMesures = (mesures: readonly MesureVue[], provenance: Provenance): Tableau<LigneMesures> => ({
  titre: 'Mesures',
  colonnes: [
    ...DE_MESURE,
    { nom: 'indicateurs', intitule: 'Indicateurs', type: 'texte' },
    { nom: 'etape', intitule: 'Étape', type: 'texte' },
    { nom: 'ouverte_le', intitule: 'Ouverte le', type: 'jour' },
    { nom: 'echeance', intitule: 'Échéance', type: 'jour' },
    { nom: 'en_retard', intitule: 'Échéance passée sans réponse', type: 'booleen' },
    { nom: 'plan_recu', intitule: 'Plan d’actions reçu le', type: 'jour' },
    { nom: 'observations_recues', intitule: 'Observations reçues le', type: 'jour' },
    { nom: 'formalisee_le', intitule: 'Formalisée le', type: 'jour' },
    { nom: 'signalee_le', intitule: 'Signalée le', type: 'jour' },
    { nom: 'close_le', intitule: 'Close le', type: 'jour' },
    { nom: 'bilan', intitule: 'Depuis l’ouverture', type: 'texte' },
  ],
  lignes: mesures.map(enLigne),
  notes: notesDe(provenance),
})

const enLigne = (mesure: MesureVue) => ({
  ...tetesDe(mesure),
  indicateurs: capitale(objetDe(mesure)),
  etape: ETATS_MESURE[mesure.etat],
  ouverte_le: mesure.ouverteLe,
  echeance: mesure.echeance,
  en_retard: mesure.enRetard,
  plan_recu: mesure.planRecu,
  observations_recues: mesure.observationsRecues,
  formalisee_le: mesure.formaliseeLe,
  signalee_le: mesure.signaleeLe,
  close_le: mesure.closeLe,
  bilan: bilanDe(mesure),
})

type LigneMesures = ReturnType<typeof enLigne>

const MOMENTS = { AVANT: 'Avant', PREUVE: 'Preuve figée', DEPUIS: 'Depuis' } as const

const pointDe = (moment: string, point: PointMesure, { seuil, empreinte }: Partial<PreuveVue> = {}) => ({
  moment,
  mois: point.mois,
  sur_douze_mois: point.surDouzeMois,
  valeur: point.valeur,
  numerateur: point.numerateur,
  denominateur: point.denominateur,
  ic_bas: point.ic_bas,
  ic_haut: point.ic_haut,
  statut: point.statut,
  seuil: seuil ?? null,
  instantane: point.instantane,
  empreinte: empreinte ?? null,
})

const lignesDe = (mesure: MesureVue) =>
  mesure.lignes.flatMap(({ entite, libelle, fiche, avant, preuve, depuis }) =>
    [
      ...avant.map((point) => pointDe(MOMENTS.AVANT, point)),
      pointDe(MOMENTS.PREUVE, preuve, preuve),
      ...depuis.map((point) => pointDe(MOMENTS.DEPUIS, point)),
    ].map((point) => ({ ...tetesDe(mesure), entite, libelle, indicateur: fiche.code, ...point })),
  )

/** The lines of measures month by month: the twelve before, what was frozen, what came since. */
export const tableauLignesDesMesures = (
  mesures: readonly MesureVue[],
  provenance: Provenance,
): Tableau<ReturnType<typeof lignesDe>[number]> => ({
  titre: 'Preuves et suivi',
  colonnes: [
    ...DE_MESURE,
    { nom: 'entite', intitule: 'Code', type: 'texte' },
    { nom: 'libelle', intitule: 'Guichet ou service', type: 'texte' },
    { nom: 'indicateur', intitule: 'Indicateur', type: 'texte' },
    { nom: 'moment', intitule: 'Moment', type: 'texte' },
    { nom: 'mois', intitule: 'Mois', type: 'texte' },
    { nom: 'sur_douze_mois', intitule: 'Sur douze mois', type: 'booleen' },
    { nom: 'valeur', intitule: 'Valeur', type: 'nombre' },
    { nom: 'numerateur', intitule: 'Concernés', type: 'entier' },
    { nom: 'denominateur', intitule: 'Effectif', type: 'entier' },
    { nom: 'ic_bas', intitule: 'Intervalle à 95 %, bas', type: 'nombre' },
    { nom: 'ic_haut', intitule: 'Intervalle à 95 %, haut', type: 'nombre' },
    { nom: 'seuil', intitule: 'Seuil', type: 'nombre' },
    { nom: 'statut', intitule: 'État', type: 'texte' },
    { nom: 'instantane', intitule: 'Instantané', type: 'jour' },
    { nom: 'empreinte', intitule: 'Empreinte de l’instantané', type: 'texte' },
  ],
  lignes: mesures.flatMap(lignesDe),
  notes: notesDe(provenance),
})

const listesDe = (mesure: MesureVue) =>
  mesure.annexes.map(({ id, entite, libelle, fiche, mois, surDouzeMois, instantane, etat, expireLe, retireeLe }) => ({
    ...tetesDe(mesure),
    ...{ id, entite, libelle, indicateur: fiche.code, mois, sur_douze_mois: surDouzeMois, instantane },
    ...{ etat: ETATS_ANNEXE[etat], expire_le: expireLe, retiree_le: retireeLe },
  }))

/** The lists of demandes joined to measures, without what they list. */
export const tableauListesDesMesures = (
  mesures: readonly MesureVue[],
  provenance: Provenance,
): Tableau<ReturnType<typeof listesDe>[number]> => ({
  titre: 'Listes jointes',
  colonnes: [
    ...DE_MESURE,
    { nom: 'id', intitule: 'Numéro de la liste', type: 'entier' },
    { nom: 'entite', intitule: 'Code', type: 'texte' },
    { nom: 'libelle', intitule: 'Guichet ou service', type: 'texte' },
    { nom: 'indicateur', intitule: 'Indicateur', type: 'texte' },
    { nom: 'mois', intitule: 'Mois', type: 'texte' },
    { nom: 'sur_douze_mois', intitule: 'Sur douze mois', type: 'booleen' },
    { nom: 'instantane', intitule: 'Instantané', type: 'jour' },
    { nom: 'etat', intitule: 'État', type: 'texte' },
    { nom: 'expire_le', intitule: 'Se lit jusqu’au', type: 'jour' },
    { nom: 'retiree_le', intitule: 'Retirée le', type: 'jour' },
  ],
  lignes: mesures.flatMap(listesDe),
  notes: notesDe(provenance),
})

const actesDe = (mesure: MesureVue) =>
  mesure.actes.map((acte) => ({
    ...tetesDe(mesure),
    le: `${acte.le.replace('T', ' ')}:00`,
    acte: acte.libelle,
    etape: ETATS_MESURE[acte.vers],
    par: acte.par,
    jour: acte.jour,
    precision: [acte.precision, acte.autre === null ? '' : `mesure ${acte.autre.reference}`]
      .filter((mot) => mot !== '')
      .join(', '),
    texte: acte.texte,
    plan: acte.plan,
  }))

/** The history of measures, act by act. */
export const tableauActesDesMesures = (
  mesures: readonly MesureVue[],
  provenance: Provenance,
): Tableau<ReturnType<typeof actesDe>[number]> => ({
  titre: 'Histoire',
  colonnes: [
    ...DE_MESURE,
    { nom: 'le', intitule: 'Le', type: 'moment' },
    { nom: 'acte', intitule: 'Acte', type: 'texte' },
    { nom: 'etape', intitule: 'Étape', type: 'texte' },
    { nom: 'par', intitule: 'Par', type: 'texte' },
    { nom: 'jour', intitule: 'Jour fixé ou dit', type: 'jour' },
    { nom: 'precision', intitule: 'Précision', type: 'texte' },
    { nom: 'texte', intitule: 'Texte, observations', type: 'texte' },
    { nom: 'plan', intitule: 'Plan d’actions', type: 'texte' },
  ],
  lignes: mesures.flatMap(actesDe),
  notes: notesDe(provenance),
})
