import type { CelluleComptee } from '../lire-cellules.ts'
import { type LigneTableau, partDe, sommer } from '../reponse.ts'
import type { Axe } from '../tableau.ts'
import { champDe, type Par, parEpci, valeursDe } from './cles.ts'

const cumuler = (cellules: readonly CelluleComptee[]): ReadonlyMap<string, number> => {
  const effectifs = new Map<string, number>()
  for (const { cle, croisee, effectif } of cellules) {
    const nom = JSON.stringify([cle, croisee])
    effectifs.set(nom, (effectifs.get(nom) ?? 0) + effectif)
  }
  return effectifs
}

const ouCommunes = (axes: readonly Axe[]): 'cle' | 'croisee' | null => {
  const rang = axes.findIndex(({ communes }) => communes)
  return rang < 0 ? null : rang === 0 ? 'cle' : 'croisee'
}

/**
 * Counts and shares by one or two axes. Every value of a list has its row, of zero too; where values are those met, so are
 * the rows of what they cross, and the unknown has one whatever it counts.
 */
export const repartir = (axes: readonly Axe[], lues: readonly CelluleComptee[], par: Par): readonly LigneTableau[] => {
  const ou = ouCommunes(axes)
  const cellules = ou !== null && par === 'EPCI' ? parEpci(lues, ou) : lues
  const [axe, autre] = axes
  if (axe === undefined) return []
  const effectifs = cumuler(cellules)
  const total = sommer([...effectifs.values()])
  const compter = (cle: string, croisee: string) => effectifs.get(JSON.stringify([cle, croisee])) ?? 0
  const premiers = valeursDe(
    axe,
    cellules.map(({ cle }) => cle),
  )
  const { nom } = champDe(axe, par)
  if (autre === undefined)
    return premiers.map((cle) => {
      const effectif = compter(cle, '')
      return { [nom]: cle, effectif, part: partDe(effectif, total) }
    })
  const seconds = valeursDe(
    autre,
    cellules.map(({ croisee }) => croisee),
  )
  const tous = axe.valeurs !== null && autre.valeurs !== null
  return premiers.flatMap((cle) =>
    seconds.flatMap((croisee) => {
      const effectif = compter(cle, croisee)
      return tous || effectif > 0
        ? [{ [nom]: cle, [champDe(autre, par).nom]: croisee, effectif, part: partDe(effectif, total) }]
        : []
    }),
  )
}
