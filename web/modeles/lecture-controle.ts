import { formatMois, formatNombre, formatRepere, formatValeur, nomMois } from '../../ingest/socle/francais/format.ts'
import { compte, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { moisDe } from '../../ingest/socle/jour.ts'
import type { Signal } from '../../metrics/stats/rules.ts'
import type { LigneSerie } from '../../metrics/stats/serie.ts'
import type { LigneAffichee } from '../affichee.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import type { PointSerie } from '../historique.ts'

const SIGNAUX: Readonly<Record<Signal, string>> = {
  HORS_LIMITES: 'hors des limites',
  TENDANCE: 'sept mois de suite dans le même sens',
  DEUX_SUR_TROIS: 'deux mois sur trois près d’une limite',
  SEPT_MEME_COTE: 'sept mois de suite du même côté de la moyenne',
}

export const motSignal = (signal: Signal | null): string => (signal === null ? '–' : SIGNAUX[signal])

/** Months at the end of the series above the upper limit, without one inside. */
const horsDepuis = (points: readonly LigneSerie[]): LigneSerie | null => {
  let premier: LigneSerie | null = null
  for (const point of points.toReversed()) {
    if (point.signal !== 'HORS_LIMITES' || (point.valeur ?? 0) <= (point.limite_haute ?? Number.POSITIVE_INFINITY))
      break
    premier = point
  }
  return premier
}

const TROP_PEU = 'trop peu de cas pour juger une variation'

/** « 183 j en mai 2026 (2 actes) » */
const direIsolee = (fiche: FicheIndicateur, { valeur, mois, n }: PointSerie): string =>
  `${formatValeur(fiche.unite, valeur)} en ${formatMois(mois)}${n === null ? '' : ` (${compte(n, 'acte')})`}`

/** Why a control chart has no limits; null where it has some, or where no two months follow each other. */
export const direSansLimites = (fiche: FicheIndicateur, points: readonly PointSerie[]): string | null => {
  if (points.some(({ limite_haute }) => limite_haute !== null)) return null
  const isolees = points.filter((point) => point.isolee)
  if (isolees.length > 0)
    return fr(
      `${enumerer(isolees.map((point) => direIsolee(fiche, point)))} ${isolees.length === 1 ? 'écarte' : 'écartent'} la moyenne des autres mois : pas de limites`,
    )
  if (points.some((point) => point.isolee === false)) return fr(TROP_PEU)
  if (fiche.nature === 'stock') return fr('un stock bouge lentement : pas de limites')
  const suivis = points.some(({ valeur }, i) => valeur !== null && (points[i + 1]?.valeur ?? null) !== null)
  if (!suivis) return null
  return fr(fiche.unite === 'part' ? TROP_PEU : 'valeur presque constante : pas de limites')
}

/** « (6 sur 25) », « (34 actes) »: what the figure that was judged is made of; nothing for a count. */
export const direEffectif = ({
  numerateur,
  denominateur,
}: Pick<LigneAffichee, 'numerateur' | 'denominateur'>): string => {
  if (denominateur === null) return ''
  return numerateur === null
    ? ` (${compte(denominateur, 'acte')})`
    : ` (${formatNombre(numerateur)} sur ${formatNombre(denominateur)})`
}

const placeDe = (valeur: number, seuil: number): string => {
  if (valeur === seuil) return 'égal au'
  return valeur > seuil ? 'au-dessus du' : 'sous le'
}

/** The figure that was judged, its n, and where it stands, as a sentence its numbers prove. */
export const titreControle = (
  fiche: FicheIndicateur,
  ligne: LigneAffichee,
  points: readonly LigneSerie[],
  seuil: number | null,
): string => {
  if (ligne.valeur === null) return fr(`${fiche.libelle} : pas de valeur ce mois-ci`)
  const quand = ligne.surDouzeMois ? 'sur douze mois' : `en ${nomMois(moisDe(ligne.fin))}`
  const valeur = `${fiche.libelle} : ${formatValeur(fiche.unite, ligne.valeur)} ${quand}${direEffectif(ligne)}`
  const depuis = horsDepuis(points)
  if (depuis) {
    const seul = depuis === points.at(-1) ? 'en' : 'depuis'
    return fr(`${valeur}, au-dessus de la limite haute ${seul} ${formatMois(depuis.mois)}`)
  }
  if (seuil === null) return fr(valeur)
  return fr(`${valeur}, ${placeDe(ligne.valeur, seuil)} seuil de ${formatRepere(fiche.unite, seuil)}`)
}
