/** Rows on a page of records; the exports have them all. */
const LIGNES_MONTREES = 200

/** The first of rows that are read as they come: the rest is not read. */
export const premiersDe = async <L>(lignes: AsyncIterable<L>): Promise<L[]> => {
  const lues: L[] = []
  for await (const ligne of lignes) {
    lues.push(ligne)
    if (lues.length === LIGNES_MONTREES) break
  }
  return lues
}
