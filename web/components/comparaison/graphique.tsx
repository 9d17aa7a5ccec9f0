import { dessinables } from '../../modeles/comparaison.ts'
import { titreComparaison } from '../../modeles/titres-indicateur.ts'
import { sortCompares } from '../../modeles/tri-comparaison.ts'
import type { ComparaisonProps } from './commun.ts'
import { EntonnoirCompare } from './entonnoir.tsx'
import { IntervallesCompares } from './intervalles.tsx'

/** Guichets of one category: a funnel for a share, intervals for a delay, points for a count. */
export const GraphiqueComparaison = (props: ComparaisonProps) => {
  const { fiche, compares, categorie, seuil } = props
  const siens = sortCompares(
    dessinables(compares).filter((c) => c.categorie === categorie),
    'valeur',
  )
  const titre = titreComparaison(fiche, categorie, siens, seuil)
  return fiche.unite === 'part' ? (
    <EntonnoirCompare {...props} siens={siens} titre={titre} />
  ) : (
    <IntervallesCompares {...props} siens={siens} titre={titre} />
  )
}
