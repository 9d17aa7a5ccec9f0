import type { Tableau } from './tableau.ts'

/** A table as a JSON array, a row a line, values unrounded. */
export async function* writeJson<Row>({ lignes }: Tableau<Row>): AsyncGenerator<string> {
  let premiere = true
  for await (const ligne of lignes) {
    yield `${premiere ? '[\n' : ',\n'}${JSON.stringify(ligne)}`
    premiere = false
  }
  yield premiere ? '[]\n' : '\n]\n'
}

/** A table as one JSON object a line. */
export async function* writeNdjson<Row>({ lignes }: Tableau<Row>): AsyncGenerator<string> {
  for await (const ligne of lignes) yield `${JSON.stringify(ligne)}\n`
}
