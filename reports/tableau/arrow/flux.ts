import { AsyncByteQueue, type RecordBatch, RecordBatchStreamWriter, type Schema } from 'apache-arrow'

/** Where the writer puts its bytes, to be taken after each batch: nothing waits in memory. */
class Recueil extends AsyncByteQueue<Uint8Array> {
  #morceaux: Uint8Array[] = []

  override write(valeur: unknown): void {
    if (ArrayBuffer.isView(valeur))
      this.#morceaux.push(new Uint8Array(valeur.buffer, valeur.byteOffset, valeur.byteLength))
  }

  vider(): Uint8Array {
    const octets = Buffer.concat(this.#morceaux)
    this.#morceaux = []
    return octets
  }
}

/** An Arrow IPC stream: the schema, the batches as they come, the end. */
export async function* ecrireFlux(schema: Schema, lots: AsyncIterable<RecordBatch>): AsyncGenerator<Uint8Array> {
  const recueil = new Recueil()
  const writer = new RecordBatchStreamWriter().reset(recueil, schema)
  for await (const lot of lots) {
    writer.write(lot)
    yield recueil.vider()
  }
  writer.finish()
  yield recueil.vider()
}
