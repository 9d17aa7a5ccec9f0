import type { CelluleComptee } from '../lire-cellules.ts'
import { type LigneTableau, partDe, sommer } from '../reponse.ts'
import type { Axe } from '../tableau.ts'
import { valeursDe } from './cles.ts'

/** Attributions by several fields one after the other, each a share of all; a field that was not exported has no row. */
export const ventiler = (axes: readonly Axe[], cellules: readonly CelluleComptee[]): readonly LigneTableau[] =>
  axes.flatMap((axe) => {
    const siennes = cellules.filter(({ mesure }) => mesure === axe.nom)
    const total = sommer(siennes.map(({ effectif }) => effectif))
    return valeursDe(
      axe,
      siennes.map(({ cle }) => cle),
    ).map((valeur) => {
      const effectif = sommer(siennes.flatMap((cellule) => (cellule.cle === valeur ? [cellule.effectif] : [])))
      return { ventilation: axe.nom, valeur, effectif, part: partDe(effectif, total) }
    })
  })
