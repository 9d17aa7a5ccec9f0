/**
 * Seeded pseudo-random numbers: sfc32 (Doty-Humphrey, PractRand), 128 bits of state.
 * Integers only, so the same seed gives the same sequence on every machine.
 */
export class Hasard {
  private a: number
  private b: number
  private c: number
  private d = 1

  /** Two streams of the same seed are independent: what is drawn in one never moves the other. */
  constructor(graine: number, flux: string) {
    let empreinte = 0x811c9dc5
    for (let i = 0; i < flux.length; i++) empreinte = Math.imul(empreinte ^ flux.charCodeAt(i), 0x01000193)
    this.a = graine | 0
    this.b = Math.floor(graine / 0x100000000) | 0
    this.c = empreinte
    for (let i = 0; i < 20; i++) this.nombre()
  }

  /** Uniform in [0, 1). */
  nombre(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + t) | 0
    return (t >>> 0) / 0x100000000
  }

  /** Integer in [0, n). */
  entier(n: number): number {
    return Math.floor(this.nombre() * n)
  }

  entre(bas: number, haut: number): number {
    return bas + this.nombre() * (haut - bas)
  }

  /** Exponential of the given mean. */
  attente(moyenne: number): number {
    return -Math.log(1 - this.nombre()) * moyenne
  }

  arrive(probabilite: number): boolean {
    return this.nombre() < probabilite
  }

  parmi<T>(valeurs: readonly T[]): T {
    return valeurs[this.entier(valeurs.length)] as T
  }

  /** One of the first far more often than one of the last, as names are borne. */
  parmiPremiers<T>(valeurs: readonly T[]): T {
    const x = this.nombre()
    return valeurs[Math.floor(x * x * valeurs.length)] as T
  }
}
