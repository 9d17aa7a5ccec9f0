import { z } from 'zod'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { NATURES_DOCUMENT, type NatureDocument, TYPES_DOCUMENT, type TypeDocument } from '../../../web/documents.ts'
import type { LigneMesureVue, MesureVue } from '../../../web/mesure-vue.ts'
import { ACTES_MESURE, type ActeMesure, ETATS_MESURE, type EtatMesure, type PointMesure } from '../../../web/mesures.ts'
import { jourDe } from '../../horloge.ts'
import { lireMesuresJugees } from '../../lecture/mesures.ts'
import { dernierMoisDe } from '../../lecture/preuves.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, mois, niveau, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'
import { statut } from './indicateurs.ts'
import { listeJointe } from './listes-de-mesure.ts'

const enPoint = ({ surDouzeMois, denominateur, ...point }: PointMesure) => ({
  mois: point.mois,
  instantane: point.instantane,
  sur_douze_mois: surDouzeMois,
  valeur: point.valeur,
  numerateur: point.numerateur,
  n: denominateur,
  ic_bas: point.ic_bas,
  ic_haut: point.ic_haut,
  statut: point.statut,
})

const enLigne = ({ niveau: de, entite, libelle, fiche, preuve, avant, depuis, amelioree }: LigneMesureVue) => ({
  niveau: de,
  entite,
  libelle,
  indicateur: fiche.code,
  preuve: { ...enPoint(preuve), seuil: preuve.seuil, empreinte: preuve.empreinte, figee_le: preuve.figeeLe },
  avant: avant.map(enPoint),
  depuis: depuis.map(enPoint),
  amelioree,
})

const enRessource = (territoire: string, mesure: MesureVue) => ({
  id: mesure.id,
  territoire,
  reference: mesure.reference,
  service: mesure.service,
  service_libelle: mesure.nom,
  etat: mesure.etat,
  ouverte_le: mesure.ouverteLe,
  echeance: mesure.echeance,
  en_retard: mesure.enRetard,
  plan_recu: mesure.planRecu,
  observations_recues: mesure.observationsRecues,
  formalisee_le: mesure.formaliseeLe,
  signalee_le: mesure.signaleeLe,
  close_le: mesure.closeLe,
  indicateurs: [...new Set(mesure.lignes.map(({ fiche }) => fiche.code))],
  lignes: mesure.lignes.map(enLigne),
  documents: mesure.documents.map(({ id, nature, titre, nom, type, octets, sha256, le, par }) => ({
    ...{ id, nature, titre, nom, type, octets, sha256, le, par },
  })),
  listes: mesure.annexes.map(({ id, niveau: de, entite, fiche, mois: le, surDouzeMois, instantane, ...liste }) => ({
    ...{ id, niveau: de, entite, indicateur: fiche.code, mois: le, sur_douze_mois: surDouzeMois, instantane },
    ...{ etat: liste.etat, expire_le: liste.expireLe, retiree_le: liste.retireeLe },
  })),
  actes: mesure.actes.map(({ acte, vers, le, par, jour: fixe, precision, autre, texte, plan }) => ({
    acte,
    vers,
    le,
    par,
    jour: fixe,
    precision,
    autre: autre?.reference ?? null,
    texte,
    plan,
  })),
})

const COLONNES: readonly ColonneTableau<ReturnType<typeof enRessource>>[] = [
  { nom: 'id', intitule: 'Numéro de la mesure', type: 'entier' },
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'reference', intitule: 'Mesure', type: 'texte' },
  { nom: 'service', intitule: 'Code du service', type: 'texte' },
  { nom: 'service_libelle', intitule: 'Service', type: 'texte' },
  { nom: 'etat', intitule: 'Étape', type: 'texte' },
  { nom: 'ouverte_le', intitule: 'Ouverte le', type: 'jour' },
  { nom: 'echeance', intitule: 'Échéance', type: 'jour' },
  { nom: 'en_retard', intitule: 'Échéance passée sans réponse', type: 'booleen' },
  { nom: 'plan_recu', intitule: 'Plan d’actions reçu le', type: 'jour' },
  { nom: 'observations_recues', intitule: 'Observations reçues le', type: 'jour' },
  { nom: 'formalisee_le', intitule: 'Formalisée le', type: 'jour' },
  { nom: 'signalee_le', intitule: 'Signalée le', type: 'jour' },
  { nom: 'close_le', intitule: 'Close le', type: 'jour' },
  { nom: 'indicateurs', intitule: 'Indicateurs', type: 'json' },
  { nom: 'lignes', intitule: 'Preuves et suivi', type: 'json' },
  { nom: 'documents', intitule: 'Lettres et documents', type: 'json' },
  { nom: 'listes', intitule: 'Listes de demandes jointes', type: 'json' },
  { nom: 'actes', intitule: 'Histoire', type: 'json' },
]

const etat = z.enum(Object.keys(ETATS_MESURE) as [EtatMesure, ...EtatMesure[]])

const point = z.object({
  mois,
  instantane: jour,
  sur_douze_mois: z.boolean(),
  valeur: z.number().nullable(),
  numerateur: z.int().nullable(),
  n: z.int().nullable(),
  ic_bas: z.number().nullable(),
  ic_haut: z.number().nullable(),
  statut: statut.nullable(),
})

const ligne = z.object({
  niveau,
  entite: z.string().nullable(),
  libelle: z.string(),
  indicateur: z.string(),
  preuve: point.extend({ seuil: z.number().nullable(), empreinte: z.string(), figee_le: jour }),
  avant: z.array(point),
  depuis: z.array(point),
  amelioree: z.boolean().nullable(),
})

const acte = z.object({
  acte: z.enum(Object.keys(ACTES_MESURE) as [ActeMesure, ...ActeMesure[]]),
  vers: etat,
  le: z.string(),
  par: z.string(),
  jour: jour.nullable(),
  precision: z.string(),
  autre: z.string().nullable(),
  texte: z.string(),
  plan: z.string(),
})

const codes = <T extends string>(mots: Readonly<Record<T, string>>) => Object.keys(mots) as [T, ...T[]]

/** Read at `/documents/:id`. */
const document = z.object({
  id: z.int(),
  nature: z.enum(codes<NatureDocument>(NATURES_DOCUMENT)),
  titre: z.string(),
  nom: z.string(),
  type: z.enum(codes<TypeDocument>(TYPES_DOCUMENT)),
  octets: z.int(),
  sha256: z.string(),
  le: z.string(),
  par: z.string(),
})

/** The corrective measures that the person sees: its own for a service, those reported to them for the préfet and the comité. */
export const mesures = defineRessource({
  chemin: 'mesures',
  nom: 'MesureCorrective',
  titre: 'Mesures correctrices',
  resume:
    'Les mesures adressées aux services, leurs preuves figées, leur suivi et leur histoire ; un service lit les siennes, le préfet et le comité celles qui leur ont été signalées.',
  parametres: z.object({
    territoire: parametre.territoire,
    etat: etat.optional().describe('Étape de la mesure.'),
    ...PAGE,
  }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, {
    id: z.int(),
    territoire: z.string(),
    reference: z.string(),
    service_libelle: z.string(),
    etat,
    ouverte_le: jour,
    echeance: jour,
    en_retard: z.boolean(),
    indicateurs: z.array(z.string()),
    lignes: z.array(ligne),
    documents: z.array(document),
    listes: z.array(listeJointe),
    actes: z.array(acte),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const portee = (await dernierMoisDe(lecteur, territoire))?.portee ?? null
    const jugees = await lireMesuresJugees({ lecteur, territoire, portee, aujourdhui: jourDe(maintenant) })
    const lues = jugees
      .map(({ vue }) => enRessource(territoire, vue))
      .filter((mesure) => parametres.etat === undefined || mesure.etat === parametres.etat)
    return pageDe(lues, tranche)
  },
})
