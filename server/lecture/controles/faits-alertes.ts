import { dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Passage } from '../../../metrics/changement/alertes.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import type { LigneAffichee } from '../../../web/affichee.ts'
import type { FicheIndicateur } from '../../../web/fiche-indicateur.ts'
import { listAlertes } from '../../../web/modeles/alertes.ts'
import { ligneDe } from '../../../web/modeles/changement.ts'
import type { AlertesDuMois } from '../../../web/modeles/faits-alertes.ts'
import { lireAlertesChangees } from '../changement.ts'
import { etatsSignalesDe, type Lecture, lignesAffichees } from '../chiffres.ts'
import { derniersMois, MOIS_DES_ETATS } from '../territoires.ts'

/** The alerts of a month: which entered and left since the one before, and how long the oldest has stood. */
export const lireAlertesDuMois = async (
  lecture: Lecture,
  fiches: readonly FicheIndicateur[],
  calcules: readonly MoisCalcule[],
  tousLesMois: readonly Mois[],
): Promise<AlertesDuMois> => {
  const { alertes, moisAvant } = await lireAlertesChangees(lecture, fiches, calcules)
  const libelles = new Map(fiches.map(({ code, libelle }) => [code, dansPhrase(libelle)]))
  const nommer = (passage: Passage<LigneAffichee>): string => {
    const { libelle, indicateur } = ligneDe(passage)
    return `${libelle} (${libelles.get(indicateur) ?? indicateur})`
  }
  const connus = new Set(calcules.map(({ mois }) => mois))
  const treize = derniersMois(tousLesMois, lecture.calcule.mois, MOIS_DES_ETATS)
  const durees = listAlertes(
    await lignesAffichees(lecture),
    fiches,
    lecture.portee.guichets,
    await etatsSignalesDe(lecture, treize),
    treize.filter((mois) => connus.has(mois)),
  ).map(({ duree }) => duree)
  return {
    moisAvant,
    entrees: alertes.entrees.map(nommer),
    durent: alertes.durent.length,
    aggravees: alertes.aggravees.length,
    sorties: alertes.sorties.map(nommer),
    plusAncienne: Math.max(0, ...durees),
  }
}
