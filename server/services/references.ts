import type { ValeurDeReference } from '../../reports/rapports/matiere.ts'
import { consigner } from '../state/journal.ts'
import { ajouterReference } from '../state/rapports.ts'
import { retirerLigne } from '../state/retrait.ts'
import type { Acteur } from './agenda.ts'

const journaliser = ({ etat, instant, qui, role, territoire }: Acteur, quoi: string) =>
  consigner(etat, { instant, qui, role, action: 'RAPPORT', territoire, detail: { quoi } })

/** Keeps a value of elsewhere, for the reports of the semester that its date falls in. */
export const ajouterValeurDeReference = async (acteur: Acteur, valeur: ValeurDeReference): Promise<void> => {
  await ajouterReference(acteur.etat, {
    ...{ territoire: acteur.territoire, ...valeur },
    ...{ par: acteur.qui, le: acteur.instant },
  })
  await journaliser(acteur, `valeur de référence ajoutée : ${valeur.libelle}, ${valeur.lieu}`)
}

/** Withdraws one; false where there is none such. */
export const retirerValeurDeReference = async (acteur: Acteur, id: number): Promise<boolean> => {
  const { etat, territoire, qui, instant } = acteur
  const retiree = await retirerLigne(etat, 'rapports_references', { territoire, id }, qui, instant)
  if (retiree) await journaliser(acteur, `valeur de référence n° ${id} retirée`)
  return retiree
}
