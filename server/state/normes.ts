import type { Jour } from '../../ingest/socle/jour.ts'
import { type NormesEn, normesDeclarees } from '../../metrics/engine/etape.ts'
import type { CodeIndicateur } from '../../metrics/registry.ts'
import type { BaseEtat } from './etat.ts'

export const NATURES = ['objectif', 'seuil', 'minimum'] as const

export type Nature = (typeof NATURES)[number]

export interface Reglage {
  readonly territoire: string
  readonly indicateur: CodeIndicateur
  readonly nature: Nature
  readonly valeur: number | null
  readonly depuis: Jour
  readonly motif: string
}

/** Sets an objectif, a seuil or a minimum from a day on. Months already computed keep what they were judged by. */
export const reglerNorme = async (etat: BaseEtat, reglage: Reglage, saisiLe: string, par?: string): Promise<void> => {
  await etat
    .insertInto('normes')
    .values({ ...reglage, saisi_le: saisiLe, ...(par ? { saisi_par: par } : {}) })
    .execute()
}

/** Every setting of a territory, the latest first. */
export const listerNormes = (etat: BaseEtat, territoire: string) =>
  etat
    .selectFrom('normes')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('depuis', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** What indicators are judged by on a day: the declarations, and the settings that took their place. */
export const lireNormes = async (etat: BaseEtat, territoire: string): Promise<NormesEn> => {
  const reglages = (await listerNormes(etat, territoire)).toReversed()
  return (jour) => {
    const normes = { ...normesDeclarees(jour) }
    for (const { indicateur, nature, valeur, depuis } of reglages) {
      const norme = normes[indicateur]
      if (norme !== undefined && depuis <= jour && NATURES.some((connue) => connue === nature))
        normes[indicateur] = { ...norme, [nature]: nature === 'minimum' ? (valeur ?? norme.minimum) : valeur }
    }
    return normes
  }
}
