import { deMois, formatJour, formatMois, formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { accord, compte, dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { MARGE, tailleMinimale } from '../../metrics/stats/taille-echantillon.ts'
import type { EchantillonVu } from '../echantillon-vue.ts'
import { ETATS_ECHANTILLON, POPULATIONS, REPARTITIONS, STRATES } from '../echantillons.ts'

/** « Échantillon d’octobre 2026, n° 1 ». */
export const titreDe = ({ mois, reference }: Pick<EchantillonVu, 'mois' | 'reference'>): string =>
  `Échantillon ${deMois(formatMois(mois))}, n° ${reference.slice(mois.length + 1)}`

/** How it was drawn, in a line. */
export const identiteDe = (echantillon: EchantillonVu): string =>
  [
    POPULATIONS[echantillon.population],
    `instantané du ${formatJour(echantillon.instantane)}`,
    fr(`strates : ${dansPhrase(STRATES[echantillon.strate])}`),
    dansPhrase(REPARTITIONS[echantillon.repartition]),
    ...(echantillon.minimum > 0 ? [`${formatNombre(echantillon.minimum)} au moins par strate`] : []),
  ].join(' · ')

/** Where it stands, and what it found so far. */
export const constatDe = ({ etat, fiches, remplies, defauts, tireLe, closLe }: EchantillonVu): string => {
  const n = fiches.length
  const ou =
    etat === 'TIRE'
      ? `${compte(n, 'demande tirée', 'demandes tirées')} le ${formatJour(tireLe)} : aucune fiche remplie.`
      : `${formatNombre(remplies)} ${accord(remplies, 'fiche remplie', 'fiches remplies')} sur ${formatNombre(n)}${
          closLe === null ? '.' : `, ${dansPhrase(ETATS_ECHANTILLON.CLOS)} le ${formatJour(closLe)}.`
        }`
  if (remplies === 0) return ou
  return `${ou} ${defauts === 0 ? 'Aucune ne dit de défaut.' : `${formatNombre(defauts)} ${accord(defauts, 'dit', 'disent')} un défaut au moins.`}`
}

/** How many demandes it takes for an interval of five points each side, where a share of faults is expected or not. */
export const direTaille = (attendue: number | null): string => {
  const n = compte(tailleMinimale(attendue ?? undefined), 'demande')
  const points = `± ${formatNombre(MARGE * 100)} points`
  return attendue === null
    ? `Pour ${points} il faut ${n}, sans rien savoir d’avance.`
    : `Pour ${points} autour de ${formatPart(attendue, 1, 0)} de défauts il faut ${n}.`
}

/** The first form that is not filled, after one and then from the beginning; null where all are. */
export const ficheSuivante = ({ fiches }: Pick<EchantillonVu, 'fiches'>, rang: number): number | null => {
  const vides = fiches.filter(({ reponse }) => reponse === null).map((fiche) => fiche.rang)
  return vides.find((vide) => vide > rang) ?? vides.find((vide) => vide !== rang) ?? null
}
