import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import { CODES_POINTS, type FaitDuPoint, type Point } from '../../../web/controles.ts'
import { faitsAlertes } from '../../../web/modeles/faits-alertes.ts'
import { sansInstantane } from '../../../web/modeles/faits-controle.ts'
import { faitObligations } from '../../../web/modeles/faits-obligations.ts'
import { type Lecteur, porteeDuMois } from '../../acces/lecteur.ts'
import { lireAgenda } from '../agenda/lire.ts'
import { fichesDe } from '../fiches.ts'
import type { EtatTerritoire } from '../territoires.ts'
import { lireAlertesDuMois } from './faits-alertes.ts'
import { lireFaitsDesEchantillons } from './faits-echantillons.ts'
import { lireFaitsDesMesures } from './faits-mesures.ts'
import { lireAttributionsDuMois, lireChargement, lireDoublonsDuMois, lireForcagesDuMois } from './faits-suivi.ts'

/** The month whose facts are read. */
export interface MoisLu {
  readonly territoire: string
  readonly mois: Mois
  readonly etat: EtatTerritoire
  readonly tousLesMois: readonly Mois[]
}

const DU_MOIS: readonly Point[] = [
  ...(['CHARGEMENT', 'ALERTES_NOUVELLES', 'ALERTES_EN_COURS', 'ALERTES_LEVEES', 'FORCAGES', 'ATTRIBUTIONS'] as const),
]

/** What the month's own snapshot tells; without it, that nothing is known. */
const lireFaitsDuMois = async (lecteur: Lecteur, { territoire, mois, etat, tousLesMois }: MoisLu) => {
  const { calcules } = etat
  const calcule = calcules.find((un) => un.mois === mois)
  if (calcule === undefined) return DU_MOIS.map((point) => sansInstantane(point, mois))
  const lecture = { lecteur, territoire, calcule, portee: await porteeDuMois(lecteur, territoire, calcule) }
  const fiches = fichesDe(calcules, calcule)
  return [
    await lireChargement(lecture, calcules),
    ...faitsAlertes(await lireAlertesDuMois(lecture, fiches, calcules, tousLesMois)),
    await lireForcagesDuMois(lecture, calcules),
    await lireAttributionsDuMois(lecture, fiches),
  ]
}

/** What the application knows of each of the twelve points of a month, in their order. */
export const lireFaits = async (lecteur: Lecteur, mois: MoisLu, aujourdhui: Jour): Promise<FaitDuPoint[]> => {
  const { echeances } = await lireAgenda(lecteur, mois.territoire, aujourdhui)
  const faits = [
    ...(await lireFaitsDuMois(lecteur, mois)),
    await lireDoublonsDuMois(lecteur, mois.territoire),
    ...(await lireFaitsDesMesures(lecteur, mois.territoire, mois.mois, aujourdhui)),
    ...(await lireFaitsDesEchantillons(lecteur, mois, aujourdhui)),
    faitObligations(echeances, mois.mois),
  ]
  return CODES_POINTS.flatMap((point) => faits.filter((fait) => fait.point === point))
}
