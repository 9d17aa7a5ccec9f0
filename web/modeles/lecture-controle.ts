import { formatMois, formatRepere, formatValeur, nomMois } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Signal } from '../../metrics/stats/rules.ts'
import type { LigneSerie } from '../../metrics/stats/serie.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'

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

/** What the last month of a control chart shows, as a sentence its numbers prove. */
export const titreControle = (fiche: FicheIndicateur, points: readonly LigneSerie[], seuil: number | null): string => {
  const dernier = points.at(-1)
  if (!dernier || dernier.valeur === null) return fr(`${fiche.libelle} : pas de valeur ce mois-ci`)
  const depuis = horsDepuis(points)
  if (depuis)
    return fr(
      depuis === dernier
        ? `${fiche.libelle} : au-dessus de la limite haute en ${formatMois(dernier.mois)}`
        : `${fiche.libelle} : au-dessus de la limite haute depuis ${formatMois(depuis.mois)}`,
    )
  const valeur = `${fiche.libelle} : ${formatValeur(fiche.unite, dernier.valeur)} en ${nomMois(dernier.mois)}`
  if (seuil === null) return fr(valeur)
  const place = dernier.valeur > seuil ? 'au-dessus du' : 'sous le'
  return fr(`${valeur}, ${dernier.valeur === seuil ? 'égal au' : place} seuil de ${formatRepere(fiche.unite, seuil)}`)
}
