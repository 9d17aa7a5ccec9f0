import { type Jour, jourDeLInstant, moisPlus } from '../../ingest/socle/jour.ts'
import { cleDeLigne } from '../../metrics/evolutions.ts'
import type { ActePossible, ActeVu, LigneMesureVue, MesureVue } from '../../web/mesure-vue.ts'
import {
  ACTES_MESURE,
  JOINTS,
  MOTIFS_CLOTURE,
  MOYENS_ENVOI,
  type PointMesure,
  SUITES_MESURE,
} from '../../web/mesures.ts'
import { annexesDe } from '../acces/annexes.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { type MesureVisible, mesuresVisibles } from '../acces/mesures.ts'
import type { Portee } from '../acces/portee.ts'
import type { Role } from '../acces/roles.ts'
import { actesDe, essayer } from '../gestion/machine.ts'
import { estAmelioree } from '../gestion/mesures/amelioration.ts'
import { type FaitsMesure, faitsDe, RIEN_DE_SAISI } from '../gestion/mesures/faits.ts'
import { estEnRetard, proposer } from '../gestion/mesures/proposer.ts'
import { MACHINE_MESURES } from '../gestion/mesures/table.ts'
import { minuteDe } from '../horloge.ts'
import type { ActeMesureRange, LigneFigee } from '../state/mesures.ts'
import { annexeVue } from './annexes.ts'
import { nommerAuteurs } from './auteurs.ts'
import { documentVu } from './documents.ts'
import { deuxDerniersMois, pointsDesLignes } from './evolutions.ts'
import { ficheDe } from './fiches.ts'
import { lireEtat } from './territoires.ts'

/** What measures are read with. */
export interface LectureMesures {
  readonly lecteur: Lecteur
  readonly territoire: string
  /** Of the latest month; null where none has figures. */
  readonly portee: Portee | null
  readonly aujourdhui: Jour
}

type Points = ReadonlyMap<string, readonly PointMesure[]>

/** A measure as a person may read it, with what its acts are judged by. */
export interface MesureJugee {
  readonly mesure: MesureVisible
  readonly faits: FaitsMesure
  readonly vue: MesureVue
}

const MOTS_DES_CODES: Readonly<Record<string, string>> = {
  ...MOTIFS_CLOTURE,
  ...MOYENS_ENVOI,
  ...SUITES_MESURE,
  ...JOINTS,
}

const enLigne = (ligne: LigneFigee, nommee: boolean, points: Points): LigneMesureVue => {
  const depuis = (points.get(cleDeLigne(ligne)) ?? []).filter(({ mois }) => mois > ligne.mois)
  const dernier = depuis.at(-1)
  return {
    id: ligne.id,
    niveau: ligne.niveau,
    entite: nommee ? ligne.entite : null,
    libelle: nommee ? ligne.libelle : ligne.niveau === 'GUICHET' ? 'un guichet du service' : 'le service',
    fiche: ficheDe(ligne.indicateur),
    preuve: {
      mois: ligne.mois,
      instantane: ligne.instantane,
      surDouzeMois: ligne.sur_douze_mois,
      valeur: ligne.valeur,
      numerateur: ligne.numerateur,
      denominateur: ligne.denominateur,
      ic_bas: ligne.ic_bas,
      ic_haut: ligne.ic_haut,
      statut: ligne.statut,
      seuil: ligne.seuil,
      empreinte: ligne.empreinte,
      figeeLe: jourDeLInstant(ligne.le),
    },
    avant: ligne.avant,
    depuis,
    amelioree: dernier === undefined ? null : estAmelioree(ligne, dernier),
  }
}

const enActe = (
  acte: ActeMesureRange,
  nommer: (qui: string) => string,
  references: ReadonlyMap<number, string>,
): ActeVu => {
  const reference = acte.autre === null ? undefined : references.get(acte.autre)
  return {
    id: acte.id,
    acte: acte.acte,
    libelle: ACTES_MESURE[acte.acte],
    vers: acte.vers,
    jour: acte.jour,
    precision: acte.code === null ? '' : (MOTS_DES_CODES[acte.code] ?? acte.code),
    autre: acte.autre === null || reference === undefined ? null : { id: acte.autre, reference },
    texte: acte.texte,
    plan: acte.plan,
    par: nommer(acte.par),
    le: minuteDe(acte.le),
  }
}

/** The acts of a role at this step, and what they lack before anything is typed; closing is looked at as corrected. */
const possiblesDe = (faits: FaitsMesure, role: Role): ActePossible[] =>
  actesDe(MACHINE_MESURES, faits.etat, role).map(({ acte }) => {
    if (!['FORMALISER', 'SIGNALER', 'CLORE'].includes(acte)) return { acte, manque: null }
    const saisie = { ...RIEN_DE_SAISI, code: acte === 'CLORE' ? 'CORRIGEE' : null }
    const issue = essayer(MACHINE_MESURES, { etat: faits.etat, acte, role, faits, saisie })
    return { acte, manque: 'empechement' in issue ? issue.empechement.phrase : null }
  })

const TIENNENT: readonly Role[] = ['gestionnaire', 'etat']

const enVue = (
  mesure: MesureVisible,
  faits: FaitsMesure,
  lignes: readonly LigneMesureVue[],
  { role, ...pieces }: { readonly role: Role } & Pick<MesureVue, 'actes' | 'documents' | 'annexes'>,
): MesureVue => ({
  id: mesure.id,
  reference: mesure.reference,
  service: mesure.nommee ? mesure.service : null,
  nom: mesure.nom,
  etat: faits.etat,
  ouverteLe: faits.ouverteLe,
  echeance: faits.echeance,
  enRetard: estEnRetard(faits),
  planRecu: faits.planRecu,
  observationsSurDemande: faits.observationsSurDemande,
  observationsRecues: faits.observationsRecues,
  formaliseeLe: faits.formaliseeLe,
  signaleeLe: faits.signaleeLe,
  closeLe: faits.cloture?.le ?? null,
  lignes,
  ...pieces,
  proposition: TIENNENT.includes(role) ? proposer(faits) : null,
  possibles: possiblesDe(faits, role),
})

/** The measures that a person may see, the oldest first, judged by what the snapshots show on the day. */
export const lireMesuresJugees = async (lecture: LectureMesures): Promise<MesureJugee[]> => {
  const { lecteur, territoire, portee, aujourdhui } = lecture
  const mesures = await mesuresVisibles(lecteur, territoire, portee)
  const [premier] = mesures
    .flatMap(({ lignes }) => lignes)
    .map(({ mois }) => mois)
    .toSorted()
  const etat = await lireEtat(lecteur.base, { territoire })
  const points: Points =
    premier === undefined
      ? new Map()
      : await pointsDesLignes(
          lecteur.base,
          territoire,
          moisPlus(premier, 1),
          mesures.flatMap(({ lignes }) => lignes),
        )
  const nommer = await nommerAuteurs(lecteur)
  const annexes = await annexesDe(lecteur, mesures)
  const references = new Map(mesures.map(({ id, reference }) => [id, reference]))
  return mesures.map((mesure) => {
    const suivies = mesure.lignes.map((ligne) => ({ preuve: ligne, points: points.get(cleDeLigne(ligne)) ?? [] }))
    const faits = faitsDe(mesure.situation, aujourdhui, suivies, deuxDerniersMois(etat))
    const lignes = mesure.lignes.map((ligne) => enLigne(ligne, mesure.nommee, points))
    const actes = mesure.actes.map((acte) => enActe(acte, nommer, references))
    const documents = mesure.documents.map((document) => documentVu(document, nommer))
    const { role } = lecteur.acces
    const siennes = annexes
      .filter((annexe) => annexe.mesure === mesure.id)
      .map((annexe) => annexeVue(annexe, mesure, { aujourdhui, role, nommer }))
    return { mesure, faits, vue: enVue(mesure, faits, lignes, { role, actes, documents, annexes: siennes }) }
  })
}

/** The measures that the person sees and that are not closed. */
export const mesuresEnCours = async (
  { lecteur, territoire, portee }: Omit<LectureMesures, 'aujourdhui'>,
  aujourdhui: Jour,
): Promise<MesureVue[]> =>
  (await lireMesuresJugees({ lecteur, territoire, portee, aujourdhui }))
    .map(({ vue }) => vue)
    .filter(({ etat }) => etat !== 'CLOSE')

/** The measures that the person sees and that have a line of a guichet. */
export const mesuresDuGuichet = async (
  { lecteur, territoire, portee }: Omit<LectureMesures, 'aujourdhui'>,
  code: string,
  aujourdhui: Jour,
): Promise<MesureVue[]> =>
  (await lireMesuresJugees({ lecteur, territoire, portee, aujourdhui }))
    .map(({ vue }) => vue)
    .filter(({ lignes }) => lignes.some(({ niveau, entite }) => niveau === 'GUICHET' && entite === code))
