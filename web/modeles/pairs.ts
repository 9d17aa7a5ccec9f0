import { accord, capitale, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { dispersionDe, type PairsJuges } from '../../metrics/engine/pairs-juges.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { Z_95, Z_998 } from '../../metrics/stats/intervalle.ts'
import type { Surdispersion } from '../../metrics/stats/overdispersion.ts'
import type { LignePlace } from '../charts/places.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { findPairs } from './entonnoir.ts'

/** A guichet's distance to its peers on each indicator judged, the farthest above first. */
export const listPlaces = (
  code: string,
  pairs: readonly LigneIndicateur[],
  indicateurs: readonly FicheIndicateur[],
): LignePlace[] =>
  indicateurs
    .flatMap((fiche) => {
      const lignes = pairs.filter(({ indicateur }) => indicateur === fiche.code)
      const soi = lignes.find(({ entite }) => entite === code)
      if (!soi || soi.z_ajuste === null || (soi.denominateur ?? 0) < fiche.minimum) return []
      const autres = lignes.filter((l) => l.entite !== code && (l.denominateur ?? 0) >= fiche.minimum)
      return [
        {
          code: fiche.code,
          nom: fiche.libelle,
          z: soi.z_ajuste,
          statut: soi.statut_affiche,
          pairs: autres.flatMap(({ z_ajuste: z }) => (z === null ? [] : [z])),
        },
      ]
    })
    .sort((a, b) => b.z - a.z)

/** How many others a guichet is compared with at most: those with something to count, on one indicator. */
export const countAutres = (code: string, pairs: readonly LigneIndicateur[]): number => {
  const parIndicateur = new Map<string, number>()
  for (const { entite, indicateur, z_ajuste } of pairs)
    if (entite !== code && z_ajuste !== null) parIndicateur.set(indicateur, (parIndicateur.get(indicateur) ?? 0) + 1)
  return Math.max(0, ...parIndicateur.values())
}

export const titrePlaces = (places: readonly LignePlace[]): string => {
  const n = places.filter(({ z }) => z > Z_95).length
  if (n === 0) return 'Aucun indicateur n’est au-dessus des pairs au-delà de la limite à 95\u00a0%'
  return `${capitale(enLettres(n))} ${accord(n, 'indicateur')} ${accord(n, 'dépasse', 'dépassent')} la limite à 95\u00a0%`
}

/** Where a stored distance puts a guichet among its peers: the words say what judged it, as the state does. */
export const placeDe = (z: number): string => {
  if (z > Z_998) return 'au-delà de la limite corrigée à 99,8\u00a0%'
  if (z > Z_95) return 'entre les limites corrigées à 95 et 99,8\u00a0%'
  if (z < -Z_998) return 'au-dessous de la limite basse corrigée à 99,8\u00a0%'
  return z < -Z_95 ? 'au-dessous de la limite basse corrigée à 95\u00a0%' : 'dans les limites de ses pairs'
}

export interface EntonnoirGuichet {
  readonly fiche: FicheIndicateur
  readonly soi: LigneIndicateur
  readonly lignes: readonly LigneIndicateur[]
  /** Undefined where the month's peers were not stored with its figures. */
  readonly pairs: PairsJuges | undefined
  readonly dispersion: Surdispersion | null
  readonly place: string
}

/** The indicator whose funnel tells most of a guichet: in alert first, then the farthest above its peers. */
export const chooseEntonnoir = (
  { code, categorie }: { readonly code: string; readonly categorie: string | null },
  pairs: readonly LigneIndicateur[],
  juges: readonly PairsJuges[],
  indicateurs: readonly FicheIndicateur[],
): EntonnoirGuichet | null =>
  indicateurs
    .filter(({ unite }) => unite === 'part')
    .flatMap((fiche) => {
      const lignes = pairs.filter(({ indicateur }) => indicateur === fiche.code)
      const soi = lignes.find(({ entite }) => entite === code)
      if (!soi || soi.z_ajuste === null || (soi.denominateur ?? 0) < fiche.minimum) return []
      const siens = findPairs(juges, { niveau: 'GUICHET', categorie, indicateur: fiche.code })
      const dispersion = siens === undefined ? null : dispersionDe(siens)
      return [{ fiche, soi, lignes, pairs: siens, dispersion, place: placeDe(soi.z_ajuste), z: soi.z_ajuste }]
    })
    .sort(
      (a, b) => Number(b.soi.statut_affiche === 'ALERTE') - Number(a.soi.statut_affiche === 'ALERTE') || b.z - a.z,
    )[0] ?? null
