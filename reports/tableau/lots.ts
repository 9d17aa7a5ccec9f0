/** Rows by the handful, so that a format works on many at once and holds few. */
export async function* parLots<Row>(
  lignes: Iterable<Row> | AsyncIterable<Row>,
  taille: number,
): AsyncGenerator<Row[], undefined> {
  let lot: Row[] = []
  for await (const ligne of lignes) {
    lot.push(ligne)
    if (lot.length < taille) continue
    yield lot
    lot = []
  }
  if (lot.length > 0) yield lot
}
