import { codes } from '../../../ingest/store/colonnes.ts'
import { CHANGEMENT } from '../changements.ts'
import type { CelluleComptee } from '../lire-cellules.ts'
import type { LigneTableau } from '../reponse.ts'
import { INCONNU } from '../tableau.ts'

const ENTREES = ['REACTIVEE', 'NOUVELLE', 'TARDIVE'] as const
const SORTIES = [...codes.MOTIFS_RADIATION, codes.HORS_LISTE, INCONNU, 'ABSENTE'] as const

/**
 * The stock at the beginning, what came, what went, the stock at the end. A narrowed view has what came into it and left
 * it from another beside.
 */
export const evolution = (cellules: readonly CelluleComptee[], filtree: boolean): readonly LigneTableau[] => {
  const ligne = (poste: string, detail: string | null): LigneTableau => ({
    poste,
    detail,
    effectif: cellules.find(({ cle, croisee }) => cle === poste && croisee === (detail ?? ''))?.effectif ?? 0,
  })
  const passees = filtree ? [CHANGEMENT] : []
  return [
    ligne('STOCK_DEBUT', null),
    ...[...ENTREES, ...passees].map((detail) => ligne('ENTREE', detail)),
    ...[...SORTIES, ...passees].map((detail) => ligne('SORTIE', detail)),
    ligne('STOCK_FIN', null),
  ]
}
