import { type Etat, statutAffiche } from './etats.ts'
import { grouper, tableau } from './table.ts'

/** Months of one département: alerts that are new, that stand, that were lifted. */
export const direAlertes = (etats: readonly Etat[]): string => {
  const parMois = [...grouper(etats, ({ mois }) => mois)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  let avant = new Set<string>()
  const lignes = parMois.map(([mois, siens]) => {
    const alertes = new Set(
      siens.filter((e) => statutAffiche(e) === 'ALERTE').map((e) => `${e.guichet} ${e.indicateur}`),
    )
    const nouvelles = [...alertes].filter((cle) => !avant.has(cle)).length
    const levees = [...avant].filter((cle) => !alertes.has(cle)).length
    avant = alertes
    return [mois, alertes.size, nouvelles, alertes.size - nouvelles, levees]
  })
  return tableau(['mois', 'alertes', 'nouvelles', 'maintenues', 'levées'], lignes)
}
