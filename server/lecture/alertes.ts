import { type Jour, jourDeLInstant } from '../../ingest/socle/jour.ts'
import { cleDeLigne } from '../../metrics/evolutions.ts'
import { type AlerteQualifiee, direQualifications, type ExplicationVue, RAISONS_ALERTE } from '../../web/alertes.ts'
import { seuilEn } from '../../web/fiche-indicateur.ts'
import { etatDeLAlerte, type SuiviMesure } from '../gestion/alertes/situation.ts'
import { type Explication, lireExplications } from '../state/alertes.ts'
import { nommerAuteurs } from './auteurs.ts'
import type { Lecture } from './chiffres.ts'
import { enPoint, pointsDesLignes } from './evolutions.ts'
import { lireMesuresJugees, type MesureJugee } from './mesures.ts'
import { type DernierMois, dernierMoisDe, lignesOffertes } from './preuves.ts'

const enVue = (explication: Explication, nommer: (qui: string) => string): ExplicationVue => ({
  raison: RAISONS_ALERTE[explication.raison],
  texte: explication.texte,
  jusqua: explication.jusqua,
  par: nommer(explication.par),
  le: jourDeLInstant(explication.le),
})

/** The measures that have a line: since when, and which still follows it. */
const mesuresDe = (cle: string, jugees: readonly MesureJugee[]) =>
  jugees.flatMap(({ mesure, faits }) => {
    const ligne = mesure.lignes.find((une) => cleDeLigne(une) === cle)
    return ligne === undefined ? [] : [{ mesure, depuis: ligne.le, ouverte: faits.etat !== 'CLOSE' }]
  })

/** The lines in alert in the latest month, and what was made of each: for who may see every measure of the territory. */
export const alertesQualifiees = async (
  dernier: DernierMois,
  jugees: readonly MesureJugee[],
): Promise<AlerteQualifiee[]> => {
  const { lecteur, territoire, calcule } = dernier
  const enAlerte = (await lignesOffertes(dernier)).filter(({ ligne }) => ligne.statut_affiche === 'ALERTE')
  const explications = new Map((await lireExplications(lecteur.etat, territoire)).map((e) => [cleDeLigne(e), e]))
  const expliquees = enAlerte.filter(({ ligne }) => explications.has(cleDeLigne(ligne)))
  const [premier = calcule.mois] = [...explications.values()].map(({ mois }) => mois).toSorted()
  const points = await pointsDesLignes(
    lecteur.base,
    territoire,
    premier,
    expliquees.map(({ ligne }) => ligne),
  )
  const nommer = await nommerAuteurs(lecteur)
  return enAlerte.map((offerte) => {
    const { ligne, niveau, fiche } = offerte
    const cle = cleDeLigne(ligne)
    const explication = explications.get(cle) ?? null
    const mesures = mesuresDe(cle, jugees)
    const ouverte = mesures.find((une) => une.ouverte)?.mesure
    const point = enPoint(calcule.mois, ligne)
    return {
      cle,
      niveau,
      entite: ligne.entite,
      libelle: ligne.libelle,
      fiche,
      point,
      seuil: seuilEn(fiche, ligne.fin),
      etat: etatDeLAlerte({
        explication,
        mesures: mesures satisfies SuiviMesure[],
        points: points.get(cle) ?? [point],
      }),
      explication: explication === null ? null : enVue(explication, nommer),
      mesure: ouverte === undefined ? null : { id: ouverte.id, reference: ouverte.reference },
    }
  })
}

/** The lines in alert of a month, where it is the latest; null for another, and for who does not see every measure. */
export const alertesQualifieesDuMois = async (
  { lecteur, territoire, portee, calcule }: Lecture,
  aujourdhui: Jour,
): Promise<AlerteQualifiee[] | null> => {
  if (!['gestionnaire', 'etat'].includes(lecteur.acces.role)) return null
  const dernier = await dernierMoisDe(lecteur, territoire)
  if (dernier === null || dernier.calcule.mois !== calcule.mois) return null
  return alertesQualifiees(dernier, await lireMesuresJugees({ lecteur, territoire, portee, aujourdhui }))
}

/** What was made of the alerts of the month shown, where some are explained or followed by a measure; null where none is told. */
export const qualificationsDuMois = async (lecture: Lecture, aujourdhui: Jour): Promise<string | null> => {
  const alertes = await alertesQualifieesDuMois(lecture, aujourdhui)
  return alertes === null || alertes.every(({ etat }) => etat === 'A_TRAITER') ? null : direQualifications(alertes)
}
