import type { CelluleComptee } from '../lire-cellules.ts'
import { type LigneTableau, partDe, sommer } from '../reponse.ts'
import { type Par, parEpci, valeursDe } from './cles.ts'

/** Pending demandes for one attribution of the last twelve months, by commune or EPCI; no ratio without attribution. */
export const presser = (lues: readonly CelluleComptee[], par: Par): readonly LigneTableau[] => {
  const cellules = par === 'EPCI' ? parEpci(lues) : lues
  const lieux = valeursDe(
    { valeurs: null },
    cellules.map(({ cle }) => cle),
  )
  return lieux.map((lieu) => {
    const compter = (voulue: string) =>
      sommer(cellules.flatMap(({ cle, mesure, effectif }) => (cle === lieu && mesure === voulue ? [effectif] : [])))
    const actives = compter('ACTIVES')
    const attributions = compter('ATTRIBUTIONS')
    return {
      [par === 'EPCI' ? 'epci' : 'commune']: lieu,
      actives,
      attributions,
      ratio: partDe(actives, attributions),
    }
  })
}
