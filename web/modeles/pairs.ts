import { accord, capitale, enLettres } from '../../ingest/socle/francais/phrase.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { funnelPosition, type Position } from '../../metrics/stats/funnel.ts'
import { Z_95 } from '../../metrics/stats/intervalle.ts'
import { overdispersion, type Surdispersion } from '../../metrics/stats/overdispersion.ts'
import type { Part } from '../../metrics/stats/reference.ts'
import type { LignePlace } from '../charts/places.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'

/** Rows that are shares of something, as parts. */
export const partsDe = (lignes: readonly LigneIndicateur[]): Part[] =>
  lignes.flatMap(({ numerateur, denominateur }) =>
    numerateur === null || denominateur === null || denominateur === 0 ? [] : [{ numerateur, denominateur }],
  )

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
          nom: fiche.libelle,
          z: soi.z_ajuste,
          statut: soi.statut_affiche,
          pairs: autres.flatMap(({ z_ajuste: z }) => (z === null ? [] : [z])),
        },
      ]
    })
    .sort((a, b) => b.z - a.z)

export const titrePlaces = (places: readonly LignePlace[]): string => {
  const n = places.filter(({ z }) => z > Z_95).length
  if (n === 0) return 'Aucun indicateur n’est au-dessus des pairs au-delà de la limite à 95\u00a0%'
  return `${capitale(enLettres(n))} ${accord(n, 'indicateur')} ${accord(n, 'dépasse', 'dépassent')} la limite à 95\u00a0%`
}

const POSITIONS: Readonly<Record<Position, string>> = {
  SUR_998: 'au-delà de la limite à 99,8\u00a0%',
  SUR_95: 'entre les limites à 95 et 99,8\u00a0%',
  DANS: 'dans les limites de ses pairs',
  SOUS_95: 'au-dessous de la limite basse à 95\u00a0%',
  SOUS_998: 'au-dessous de la limite basse à 99,8\u00a0%',
}

export interface EntonnoirGuichet {
  readonly fiche: FicheIndicateur
  readonly soi: LigneIndicateur
  readonly lignes: readonly LigneIndicateur[]
  readonly dispersion: Surdispersion
  readonly place: string
}

const ecart = (soi: LigneIndicateur, { p0 }: Surdispersion): number =>
  ((soi.valeur ?? 0) - p0) / Math.sqrt((p0 * (1 - p0)) / (soi.denominateur || 1) || 1)

/** The indicator whose funnel tells most of a guichet: in alert first, then the farthest above its peers. */
export const chooseEntonnoir = (
  code: string,
  pairs: readonly LigneIndicateur[],
  indicateurs: readonly FicheIndicateur[],
): EntonnoirGuichet | null =>
  indicateurs
    .filter(({ unite }) => unite === 'part')
    .flatMap((fiche) => {
      const lignes = pairs.filter(({ indicateur }) => indicateur === fiche.code)
      const soi = lignes.find(({ entite }) => entite === code)
      const dispersion = overdispersion(partsDe(lignes))
      if (!soi || soi.numerateur === null || (soi.denominateur ?? 0) < fiche.minimum || !dispersion) return []
      const position = funnelPosition(
        { numerateur: soi.numerateur, denominateur: soi.denominateur ?? 0 },
        dispersion.p0,
      )
      return [{ fiche, soi, lignes, dispersion, place: position ? POSITIONS[position] : '' }]
    })
    .sort(
      (a, b) =>
        Number(b.soi.statut_affiche === 'ALERTE') - Number(a.soi.statut_affiche === 'ALERTE') ||
        ecart(b.soi, b.dispersion) - ecart(a.soi, a.dispersion),
    )[0] ?? null
