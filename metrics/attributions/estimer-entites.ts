import { setImmediate } from 'node:timers/promises'
import type { LigneDeTable } from '../../ingest/socle/sql/table.ts'
import type { SaisiesEntite } from './entites.ts'
import { EFFECTIF_AJUSTE, estimer } from './estimer.ts'
import type { Fenetre } from './fenetre.ts'
import { effectifDe } from './saisie.ts'
import type { InstantaneMesure } from './stockage.ts'
import type { ATTRIBUTIONS_ESTIMEES } from './tables.ts'

/** What is estimated: the territory, its categories, and the guichets that record enough for it. */
export const estimationsDe = async (
  cle: InstantaneMesure,
  groupes: readonly SaisiesEntite[],
  fenetre: Fenetre,
): Promise<LigneDeTable<typeof ATTRIBUTIONS_ESTIMEES>[]> => {
  const territoire = groupes.find(({ niveau }) => niveau === 'TERRITOIRE')
  if (territoire === undefined) return []
  const ensemble = estimer(territoire.saisies, fenetre)
  const concernes = groupes.filter(
    ({ niveau, saisies }) =>
      niveau === 'TERRITOIRE' ||
      niveau === 'CATEGORIE' ||
      (niveau === 'GUICHET' && effectifDe(saisies) >= EFFECTIF_AJUSTE),
  )
  const lignes: LigneDeTable<typeof ATTRIBUTIONS_ESTIMEES>[] = []
  for (const { niveau, entite, saisies } of concernes) {
    const { estimations } = niveau === 'TERRITOIRE' ? ensemble : estimer(saisies, fenetre, ensemble)
    lignes.push(...estimations.map((estimation) => ({ ...cle, niveau, entite: entite.code, ...estimation })))
    // What waits for its turn, pages first, has it between two of them.
    await setImmediate()
  }
  return lignes
}
