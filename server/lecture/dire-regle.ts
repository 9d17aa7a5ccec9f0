import { formatNombre } from '../../ingest/socle/francais/format.ts'
import type { BilanRegle } from '../../metrics/doublons/rapprocher.ts'

/** What a blocking rule brings, told before it is compared. */
export const direRegle = ({ regle, paires, blocsCoupes, lignesVoisines }: BilanRegle): string => {
  const coupes =
    blocsCoupes > 0 ? ` ; ${formatNombre(blocsCoupes)} bloc(s) trop grand(s), coupé(s) par une règle plus serrée` : ''
  const voisines =
    lignesVoisines > 0
      ? ` ; ${formatNombre(lignesVoisines)} demandes que rien ne sépare, comparées à leurs seules voisines`
      : ''
  return `doublons, ${regle} : ${formatNombre(paires)} paires${coupes}${voisines}`
}
