import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

const TAILLE = 1 << 18

/** A file written from a buffer of its own: the caller copies lines in, and waits where the disk lags behind. */
export class Sortie {
  private readonly flux: WriteStream
  private readonly achevee: Promise<void>
  private tampon = Buffer.allocUnsafe(TAILLE)
  private position = 0

  constructor(chemin: string) {
    this.flux = createWriteStream(chemin, { highWaterMark: TAILLE * 2 })
    this.achevee = finished(this.flux)
    this.achevee.catch(() => {})
  }

  /** Appends the first bytes of a line already encoded. */
  copier(source: Buffer, longueur: number): void {
    if (this.position + longueur > TAILLE) this.vider()
    source.copy(this.tampon, this.position, 0, longueur)
    this.position += longueur
  }

  ecrire(texte: string): void {
    const octets = Buffer.from(texte, 'utf8')
    if (octets.length <= TAILLE) this.copier(octets, octets.length)
    else {
      this.vider()
      this.flux.write(octets)
    }
  }

  get enRetard(): boolean {
    return this.flux.writableNeedDrain
  }

  async attendre(): Promise<void> {
    if (this.enRetard) await Promise.race([once(this.flux, 'drain'), this.achevee])
  }

  async fermer(): Promise<void> {
    this.vider()
    this.flux.end()
    await this.achevee
  }

  private vider(): void {
    if (this.position === 0) return
    this.flux.write(this.tampon.subarray(0, this.position))
    this.tampon = Buffer.allocUnsafe(TAILLE)
    this.position = 0
  }
}
