import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Estimation } from '../../../metrics/attributions/dire.ts'

/** How good some estimates were: sums over the provisional months that were estimated. */
export class Jugement {
  n = 0
  dedans = 0
  erreur = 0
  naive = 0
  chaine = 0
  venues = 0
  /** Provisional months that were given no number. */
  muets = 0
  /** By calendar month of signature: estimated, and held by the interval. */
  private readonly mois = new Map<string, { n: number; dedans: number }>()

  voir(estimations: readonly Estimation[], venuesDe: (mois: Mois) => number | undefined): void {
    for (const e of estimations) {
      const venues = venuesDe(e.mois)
      if (venues === undefined || !e.provisoire) continue
      if (e.estimees === null) {
        this.muets += 1
        continue
      }
      this.n += 1
      const dedans = venues >= (e.ic_bas ?? 0) && venues <= (e.ic_haut ?? 0) ? 1 : 0
      this.dedans += dedans
      const nom = e.mois.slice(5)
      const avant = this.mois.get(nom) ?? { n: 0, dedans: 0 }
      this.mois.set(nom, { n: avant.n + 1, dedans: avant.dedans + dedans })
      this.erreur += Math.abs((e.estimees ?? 0) - venues)
      this.naive += Math.abs(e.enregistrees - venues)
      this.chaine += Math.abs(e.chaine - venues)
      this.venues += venues
    }
  }

  /** Coverage of each calendar month of signature. */
  parMois(): string {
    return [...this.mois]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([nom, { n, dedans }]) => `${nom} : ${((100 * dedans) / n).toFixed(0)} % de ${n}`)
      .join(', ')
  }

  ligne(nom: string): string {
    const nombre = (x: number, decimales: number) => x.toFixed(decimales).replace('.', ',')
    const part = (a: number, b: number) => (b === 0 ? '–' : `${nombre((100 * a) / b, 1)} %`)
    const rapport = (a: number, b: number) => (b === 0 ? '–' : nombre(a / b, 2))
    return `| ${nom} | ${this.n} | ${part(this.dedans, this.n)} | ${part(this.erreur, this.venues)} | ${rapport(this.erreur, this.naive)} | ${rapport(this.erreur, this.chaine)} | ${this.muets} |`
  }
}

export const ENTETE =
  '| jeu | mois estimés | dans l’intervalle à 90 % | erreur moyenne | / naïf | / chain ladder | non estimés |\n|---|---|---|---|---|---|---|\n'
