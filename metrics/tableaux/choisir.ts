import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import type { TableauxCalcules } from './calcules.ts'
import type { TableauStandard } from './tableau.ts'

/** Why a table cannot be given for what is asked. */
export type Refus = 'AUCUN_INSTANTANE' | 'PAS_D_UN_MOIS' | 'PAS_COMPTE'

const choisirDernier = (comptes: readonly TableauxCalcules[], deMois: boolean, instantane: Jour | null) => {
  if (instantane !== null) return comptes.find((compte) => compte.instantane === instantane)
  return comptes.findLast((compte) => (deMois ? compte.mois !== null : compte.menages))
}

/** The snapshots that a table is read from: one, or the S of each month that is summed; else why there is none. */
export const choisirInstantanes = (
  { famille, sommable }: TableauStandard,
  comptes: readonly TableauxCalcules[],
  { instantane, mois }: { readonly instantane: Jour | null; readonly mois: readonly Mois[] | null },
): readonly TableauxCalcules[] | Refus => {
  const deMois = famille !== 'MENAGES'
  if (mois !== null) {
    const siens = comptes.filter((compte) => compte.mois !== null && mois.includes(compte.mois))
    const choisis = sommable ? siens : siens.slice(-1)
    if (choisis.length === 0) return 'AUCUN_INSTANTANE'
    return !deMois && !choisis.every(({ menages }) => menages) ? 'PAS_COMPTE' : choisis
  }
  const compte = choisirDernier(comptes, deMois, instantane)
  if (compte === undefined) return 'AUCUN_INSTANTANE'
  if (deMois) return compte.mois === null ? 'PAS_D_UN_MOIS' : [compte]
  return compte.menages ? [compte] : 'PAS_COMPTE'
}
