import { debutMois, finMois, type Mois } from '../../../ingest/socle/jour.ts'
import { moisCompare } from '../../../metrics/changement/alertes.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import type { FaitDuPoint } from '../../../web/controles.ts'
import type { FicheIndicateur } from '../../../web/fiche-indicateur.ts'
import { dernierEstime } from '../../../web/modeles/attributions.ts'
import {
  faitAttributions,
  faitChargement,
  faitDoublons,
  faitForcages,
  sansInstantane,
} from '../../../web/modeles/faits-controle.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import { compterGroupesAQualifier } from '../../acces/porte/doublons.ts'
import { compterForcages } from '../../acces/porte/forcages.ts'
import { compterDemarchesEnAttente } from '../../acces/porte/suivre-demarches.ts'
import { mesureAttributions } from '../attributions/mesure.ts'
import { type Lecture, lignesDeLIndicateur } from '../chiffres.ts'
import { chargementsDe } from '../imports.ts'

/** The month before one, and how it was computed. */
const precedentDe = (mois: Mois, calcules: readonly MoisCalcule[]): MoisCalcule | null => {
  const avant = moisCompare(
    mois,
    calcules.map((calcule) => calcule.mois),
  )
  return calcules.find((calcule) => calcule.mois === avant) ?? null
}

export const lireChargement = async (
  { lecteur, territoire, calcule }: Lecture,
  calcules: readonly MoisCalcule[],
): Promise<FaitDuPoint> => {
  const rapports = (await chargementsDe(lecteur, territoire)).map(({ rapport }) => rapport)
  const rapport = rapports.find(({ date }) => date === calcule.instantane)
  if (rapport === undefined) return sansInstantane('CHARGEMENT', calcule.mois)
  const precedent = precedentDe(calcule.mois, calcules)
  const avant = rapports.find(({ date }) => date === precedent?.instantane)
  return faitChargement(rapport, avant && precedent ? { ...avant, mois: precedent.mois } : null)
}

const forceesDe = async (lecture: Lecture): Promise<number | null> =>
  (await lignesDeLIndicateur(lecture, 'forcages')).find(({ niveau }) => niveau === 'TERRITOIRE')?.numerateur ?? null

export const lireForcagesDuMois = async (lecture: Lecture, calcules: readonly MoisCalcule[]): Promise<FaitDuPoint> => {
  const { lecteur, territoire, calcule } = lecture
  const precedent = precedentDe(calcule.mois, calcules)
  const periode = { territoire, debut: debutMois(calcule.mois), fin: finMois(calcule.mois) }
  return faitForcages({
    forcees: await forceesDe(lecture),
    avant:
      precedent === null
        ? null
        : { mois: precedent.mois, forcees: await forceesDe({ ...lecture, calcule: precedent }) },
    ...(await compterForcages(lecteur, periode)),
  })
}

export const lireAttributionsDuMois = async (
  lecture: Lecture,
  fiches: readonly FicheIndicateur[],
): Promise<FaitDuPoint> => {
  const mesure = await mesureAttributions(lecture, fiches, undefined)
  const rien = { mediane: null, dernier: null, manquantes: null, silences: 0, irregularites: 0 }
  if (typeof mesure === 'string') return faitAttributions({ ...rien, raison: mesure })
  const dernier = dernierEstime(mesure.estimations)
  const sans = mesure.manquantes?.filter(({ numerateur }) => (numerateur ?? 0) > 0) ?? null
  const { mois } = lecture.calcule
  const jours = mesure.estimations
    .flatMap(({ irregularites }) => irregularites)
    .filter(({ date }) => debutMois(mois) <= date && date <= finMois(mois))
  return faitAttributions({
    raison: null,
    mediane: mesure.delais?.mediane ?? null,
    dernier:
      dernier === null || dernier.estimees === null
        ? null
        : { mois: dernier.mois, saisies: dernier.enregistrees ?? 0, estimees: dernier.estimees },
    manquantes:
      sans === null
        ? null
        : { baux: sans.reduce((n, { numerateur }) => n + (numerateur ?? 0), 0), services: sans.length },
    silences: mesure.silences.length,
    irregularites: new Set(jours.map(({ sorte, date }) => `${sorte} ${date}`)).size,
  })
}

/** The duplicates of the latest search, and the reports that wait: they are today's, whatever the month. */
export const lireDoublonsDuMois = async (lecteur: Lecteur, territoire: string): Promise<FaitDuPoint> => {
  const trouves = await compterGroupesAQualifier(lecteur, territoire)
  const { nombre, plusAncienne } = await compterDemarchesEnAttente(lecteur, territoire, 'DOUBLON')
  return faitDoublons({
    aQualifier: trouves?.groupes ?? null,
    instantane: trouves?.instantane ?? null,
    signalements: nombre,
    plusAncien: plusAncienne,
  })
}
