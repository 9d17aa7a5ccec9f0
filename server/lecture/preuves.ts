import { moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import { cleDeLigne } from '../../metrics/evolutions.ts'
import type { LigneAffichee } from '../../web/affichee.ts'
import { type FicheIndicateur, seuilEn } from '../../web/fiche-indicateur.ts'
import type { LigneProposee } from '../../web/mesure-vue.ts'
import { lignesEntites } from '../../web/modeles/alertes.ts'
import { serviceDe } from '../acces/groupes.ts'
import { type Lecteur, porteeDuMois } from '../acces/lecteur.ts'
import type { NouvelleLigne } from '../state/mesures.ts'
import { etatsSignalesDe, type Lecture, lignesAffichees } from './chiffres.ts'
import { empreinteDe, pointsDesLignes } from './evolutions.ts'
import { fichesDe } from './fiches.ts'
import { lireEtat } from './territoires.ts'

/** The latest month with figures of a territory, as a person reads it. */
export interface DernierMois extends Lecture {
  readonly calcules: readonly MoisCalcule[]
}

export const dernierMoisDe = async (lecteur: Lecteur, territoire: string): Promise<DernierMois | null> => {
  const { calcules } = await lireEtat(lecteur.base, { territoire })
  const calcule = calcules.at(-1)
  if (calcule === undefined) return null
  return { lecteur, territoire, calcule, calcules, portee: await porteeDuMois(lecteur, territoire, calcule) }
}

/** A line that a measure may be about: whose it is, and by what it is judged. */
export interface LigneOfferte {
  readonly ligne: LigneAffichee
  readonly niveau: 'GUICHET' | 'SERVICE'
  readonly service: string
  readonly fiche: FicheIndicateur
}

/** The lines of the latest month that are judged: guichets, and services for the indicators that guichets do not have. */
export const lignesOffertes = async (lecture: DernierMois): Promise<LigneOfferte[]> => {
  const fiches = new Map(fichesDe(lecture.calcules, lecture.calcule).map((fiche) => [fiche.code, fiche]))
  const services = new Map(lecture.portee.guichets.map((guichet) => [guichet.code, serviceDe(guichet)]))
  return lignesEntites(await lignesAffichees(lecture), fiches).flatMap((ligne) => {
    const { niveau, entite, indicateur } = ligne
    const fiche = fiches.get(indicateur)
    const service = niveau === 'GUICHET' ? services.get(entite) : entite
    if (fiche === undefined || fiche.famille === 'activite' || service === undefined) return []
    return niveau === 'GUICHET' || niveau === 'SERVICE' ? [{ ligne, niveau, service, fiche }] : []
  })
}

/** The services of a month, by code, with their labels, in the order of these. */
export const servicesDuMois = ({ portee }: Lecture): readonly (readonly [code: string, libelle: string])[] =>
  [...new Map(portee.guichets.map((g) => [serviceDe(g), g.service_libelle ?? g.libelle])).entries()].toSorted(
    ([, a], [, b]) => a.localeCompare(b, 'fr'),
  )

/** Lines as a measure keeps them: what the snapshot shows of the month, and of the twelve before. */
export const figerLignes = async (
  { lecteur, territoire, calcule }: DernierMois,
  offertes: readonly LigneOfferte[],
): Promise<NouvelleLigne[]> => {
  const lignes = offertes.map(({ ligne }) => ligne)
  const avant = await pointsDesLignes(lecteur.base, territoire, moisPlus(calcule.mois, -12), lignes)
  const { instantanes } = await lireEtat(lecteur.base, { territoire })
  const empreintes = instantanes.find(({ date }) => date === calcule.instantane)?.empreintes ?? {}
  return offertes.map(({ ligne, niveau, fiche }) => ({
    niveau,
    entite: ligne.entite,
    libelle: ligne.libelle,
    indicateur: ligne.indicateur,
    mois: calcule.mois,
    sur_douze_mois: ligne.surDouzeMois,
    valeur: ligne.valeur,
    numerateur: ligne.numerateur,
    denominateur: ligne.denominateur,
    ic_bas: ligne.ic_bas,
    ic_haut: ligne.ic_haut,
    seuil: seuilEn(fiche, ligne.fin),
    statut: ligne.statut_affiche,
    avant: (avant.get(cleDeLigne(ligne)) ?? []).filter(({ mois }) => mois < calcule.mois),
    instantane: calcule.instantane,
    empreinte: empreinteDe(empreintes),
  }))
}

/** In how many of so many months an alert proposes a measure. */
const ALERTES_QUI_PROPOSENT = 2
const SUR_MOIS = 3

/** The lines in alert twice in the three months that end with the latest, but for those that an open measure has. */
export const lignesProposees = async (
  lecture: DernierMois,
  dejaSuivies: ReadonlySet<string>,
): Promise<LigneProposee[]> => {
  const { mois } = lecture.calcule
  const etats = await etatsSignalesDe(lecture, moisEntre(moisPlus(mois, 1 - SUR_MOIS), mois))
  const alertes = new Map<string, number>()
  for (const etat of etats)
    if (etat.statut === 'ALERTE') alertes.set(cleDeLigne(etat), (alertes.get(cleDeLigne(etat)) ?? 0) + 1)
  return (await lignesOffertes(lecture)).flatMap(({ ligne, niveau, fiche }) => {
    const n = alertes.get(cleDeLigne(ligne)) ?? 0
    if (n < ALERTES_QUI_PROPOSENT || dejaSuivies.has(cleDeLigne(ligne))) return []
    const { entite, libelle, valeur, denominateur, fin } = ligne
    return [{ niveau, entite, libelle, fiche, alertes: n, valeur, denominateur, seuil: seuilEn(fiche, fin) }]
  })
}
