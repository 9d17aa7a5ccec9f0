import { deMois, formatJour, formatMois, formatNombre, formatValeur } from '../../ingest/socle/francais/format.ts'
import { dansPhrase, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { finMois, type Jour, joursEntre, type Mois, moisDe, moisEntre } from '../../ingest/socle/jour.ts'
import { MOTS_ETATS } from '../etats.ts'
import type { ActeVu, LigneMesureVue, MesureVue } from '../mesure-vue.ts'
import { ETATS_MESURE, type EtatMesure, type PointMesure } from '../mesures.ts'

/** « attestations hors délai et pièces d’identité absentes »; past three, how many others. */
export const objetDe = ({ lignes }: Pick<MesureVue, 'lignes'>): string => {
  const noms = [...new Set(lignes.map(({ fiche }) => dansPhrase(fiche.libelle)))]
  return noms.length <= 3 ? enumerer(noms) : `${noms.slice(0, 2).join(', ')} et ${noms.length - 2} autres indicateurs`
}

/** « 12 sur 86 »; nothing for a delay, whose interval says enough. */
export const effectifDe = ({ numerateur, denominateur }: PointMesure): string =>
  numerateur === null || denominateur === null
    ? denominateur === null
      ? ''
      : `${formatNombre(denominateur)} actes`
    : `${formatNombre(numerateur)} sur ${formatNombre(denominateur)}`

const valeurDe = ({ fiche }: LigneMesureVue, point: PointMesure): string => {
  const effectif = effectifDe(point)
  return `${formatValeur(fiche.unite, point.valeur)}${effectif === '' ? '' : `, ${effectif}`}`
}

const direEtat = ({ statut }: PointMesure): string => {
  if (statut === null) return ''
  return `, ${statut === 'ALERTE' ? 'en alerte' : dansPhrase(MOTS_ETATS[statut])}`
}

/** « 14,0 % en octobre 2026, 12,2 % dans la preuve figée d’août 2026 » */
export const titreMouvement = ({ preuve, depuis, fiche }: LigneMesureVue): string => {
  const dernier = depuis.at(-1)
  const figee = `${formatValeur(fiche.unite, preuve.valeur)} dans la preuve figée ${deMois(formatMois(preuve.mois))}`
  if (dernier === undefined) return `${figee}, aucun mois depuis`
  return `${formatValeur(fiche.unite, dernier.valeur)} en ${formatMois(dernier.mois)}, ${figee}`
}

/** « 14,0 %, 12 sur 86 en octobre 2026, en alerte ; 12,2 % dans la preuve figée (août 2026). Pas d’amélioration depuis. » */
export const direMouvement = (ligne: LigneMesureVue): string => {
  const { preuve, depuis, fiche } = ligne
  const dernier = depuis.at(-1)
  const depart = `${formatValeur(fiche.unite, preuve.valeur)} dans la preuve figée (${formatMois(preuve.mois)})`
  if (dernier === undefined) return `${depart} ; aucun mois n’a été chargé depuis.`
  const etat = direEtat(dernier)
  return `${valeurDe(ligne, dernier)} en ${formatMois(dernier.mois)}${etat} ; ${depart}. ${
    ligne.amelioree ? 'La valeur s’est améliorée' : 'Pas d’amélioration'
  } depuis.`
}

/** How a measure as a whole has moved: all its lines, some, or none. */
export const bilanDe = ({ lignes }: Pick<MesureVue, 'lignes'>): string => {
  const jugees = lignes.filter(({ amelioree }) => amelioree !== null)
  const mieux = jugees.filter(({ amelioree }) => amelioree === true).length
  if (jugees.length === 0) return 'aucun mois depuis'
  if (lignes.length === 1) return mieux === 1 ? 'amélioration' : 'pas d’amélioration'
  return mieux === 0 ? 'pas d’amélioration' : `${mieux} sur ${lignes.length} améliorées`
}

/** The three steps of a measure, and where it stands: closed, it stands in the last it reached. */
export const ETAPES = ['SIGNALEMENT_INFORMEL', 'DEMANDE_FORMALISEE', 'SIGNALEMENT_COPIL_PREFET'] as const

/** The rank of a step; -1 for a measure that is closed. */
export const rangEtape = (etat: EtatMesure): number => (ETAPES as readonly EtatMesure[]).indexOf(etat)

export interface EtapeVue {
  readonly etat: (typeof ETAPES)[number]
  readonly libelle: string
  readonly place: 'passe' | 'ici' | 'avenir'
  readonly actes: readonly ActeVu[]
}

const estEtape = (etat: EtatMesure): etat is (typeof ETAPES)[number] => etat !== 'CLOSE'

/** The acts of each step, as the measure was in it: closing is told in the step that it ended. */
export const etapesDe = ({ actes, etat }: Pick<MesureVue, 'actes' | 'etat'>): EtapeVue[] => {
  let courante: (typeof ETAPES)[number] = 'SIGNALEMENT_INFORMEL'
  const places = actes.map((acte) => {
    if (estEtape(acte.vers)) courante = acte.vers
    return { acte, etape: courante }
  })
  const rang = ETAPES.indexOf(courante)
  return ETAPES.map((etape, i) => ({
    etat: etape,
    libelle: ETATS_MESURE[etape],
    place: i < rang || (etat === 'CLOSE' && i <= rang) ? 'passe' : i === rang ? 'ici' : 'avenir',
    actes: places.filter((place) => place.etape === etape).map(({ acte }) => acte),
  }))
}

/** A dated step drawn above the curve. */
export interface Repere {
  readonly jour: Jour
  readonly nom: string
}

export const reperesDe = (mesure: MesureVue): Repere[] =>
  [
    { jour: mesure.ouverteLe, nom: 'Signalement' },
    { jour: mesure.planRecu, nom: 'Plan reçu' },
    { jour: mesure.formaliseeLe, nom: 'Demande formalisée' },
    { jour: mesure.signaleeLe, nom: 'Comité et préfet' },
  ]
    .flatMap(({ jour, nom }) => (jour === null ? [] : [{ jour, nom: `${nom} ${formatJour(jour).slice(0, 5)}` }]))
    .toSorted((a, b) => (a.jour < b.jour ? -1 : 1))

/** Every month of a line, the twelve before first; null where a month has no figure. */
export const moisDeLigne = ({
  avant,
  preuve,
  depuis,
}: LigneMesureVue): { readonly mois: Mois; readonly point: PointMesure | null }[] => {
  const points = new Map([...avant, preuve, ...depuis].map((point) => [point.mois, point]))
  const connus = [...points.keys()].toSorted()
  return moisEntre(connus[0] ?? preuve.mois, connus.at(-1) ?? preuve.mois).map((mois) => ({
    mois,
    point: points.get(mois) ?? null,
  }))
}

/** Where a day stands among months whose figures are of their last day. */
export const rangDuJour = (mois: readonly Mois[], jour: Jour): number => {
  const premier = mois[0] ?? moisDe(jour)
  const rang = moisEntre(premier, moisDe(jour)).length - 1
  return rang - joursEntre(jour, finMois(moisDe(jour))) / Number(finMois(moisDe(jour)).slice(8))
}
