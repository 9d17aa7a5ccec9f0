/** Some rows of a list that is asked for page by page. */
export interface Tranche {
  /** How many rows come before. */
  readonly depart: number
  readonly limite: number
}

/** How many rows of a list a page has. */
export const nombreDans = (total: number, tranche: Tranche | undefined): number =>
  tranche === undefined ? total : Math.max(0, Math.min(tranche.limite, total - tranche.depart))

export const dansLaTranche = <L>(lignes: readonly L[], tranche: Tranche | undefined): readonly L[] =>
  tranche === undefined ? lignes : lignes.slice(tranche.depart, tranche.depart + tranche.limite)

/** The rows of a page, as they are read; the rest is not read. */
export async function* parcourirTranche<L>(lignes: AsyncIterable<L>, { depart, limite }: Tranche): AsyncGenerator<L> {
  let rang = 0
  if (limite === 0) return
  for await (const ligne of lignes) {
    if (rang >= depart) yield ligne
    rang += 1
    if (rang === depart + limite) return
  }
}

/** What a page adds to the detail of an entry of the audit log. */
export const detailDe = (tranche: Tranche | undefined) =>
  tranche === undefined ? {} : { depart: tranche.depart, limite: tranche.limite }
