import { type Axe, defineTableau, type TableauStandard } from '../tableau.ts'

/** What the tables of a family that count by axes have in common; `colonnes` beside those of the axes. */
interface Commun extends Pick<TableauStandard, 'famille' | 'champ'> {
  readonly colonnes?: readonly string[]
  readonly sommable?: true
}

/** How a family declares a table that counts by axes: its code, its title, what it counts, then the axes. */
export const parAxesDe =
  ({ colonnes = [], ...commun }: Commun) =>
  <const Code extends string>(
    code: Code,
    titre: string,
    definition: string,
    ...deQuoi: readonly Axe[]
  ): TableauStandard & { readonly code: Code } =>
    defineTableau({
      ...commun,
      code,
      titre,
      definition,
      forme: 'REPARTITION',
      colonnes: [...deQuoi.flatMap((axe) => axe.colonnes), ...colonnes],
      axes: deQuoi,
    })
