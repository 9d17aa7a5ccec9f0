import { type CodeSorte, LISTES_DEMARCHES, type ListeDemarches } from '../../web/demarches/mots.ts'
import type { ResumeDemarche } from '../../web/demarches/vue.ts'
import { colonnesDe, DEMARCHES_PAR_PAGE, estDeLaListe, ordreDesDemarches } from '../../web/modeles/demarches.ts'
import { type Tri, trier } from '../../web/modeles/tri.ts'

/** Which démarches a page asks for. */
export interface ChoixDemarches {
  readonly liste: ListeDemarches
  readonly sorte: CodeSorte | null
  readonly service: string | null
  readonly tri: Tri | null
  /** From 1. */
  readonly page: number
}

/** The page asked for of the démarches asked for, and how many each list has of the kind and the service. */
export const choisirDemarches = <D extends ResumeDemarche & { readonly codeService: string | null }>(
  toutes: readonly D[],
  { liste, sorte, service, tri, page }: ChoixDemarches,
) => {
  const retenues = toutes.filter(
    (d) => (sorte === null || d.sorte === sorte) && (service === null || d.codeService === service),
  )
  const listes = Object.keys(LISTES_DEMARCHES) as ListeDemarches[]
  const choisies = retenues.filter((d) => estDeLaListe(liste, d)).toSorted(ordreDesDemarches)
  const rangees = trier(choisies, colonnesDe(liste, false), tri)
  const derniere = Math.max(1, Math.ceil(rangees.length / DEMARCHES_PAR_PAGE))
  const donnee = Math.min(page, derniere)
  return {
    choisies,
    montrees: rangees.slice((donnee - 1) * DEMARCHES_PAR_PAGE, donnee * DEMARCHES_PAR_PAGE),
    page: donnee,
    comptes: Object.fromEntries(
      listes.map((une) => [une, retenues.filter((d) => estDeLaListe(une, d)).length]),
    ) as Record<ListeDemarches, number>,
  }
}
