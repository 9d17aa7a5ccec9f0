import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Estimation } from '../../../metrics/attributions/estimer.ts'

/** How good some estimates were: sums over the provisional months that were estimated. */
export class Jugement {
  n = 0
  dedans = 0
  erreur = 0
  naive = 0
  chaine = 0
  venues = 0
  /** Months less recorded than a quarter, and those of them that were given a number all the same. */
  minces = 0
  mincesEstimes = 0

  voir(estimations: readonly Estimation[], venuesDe: (mois: Mois) => number | undefined): void {
    for (const e of estimations) {
      const venues = venuesDe(e.mois)
      if (venues === undefined || !e.provisoire) continue
      if ((e.part_enregistree ?? 0) < 0.25) {
        this.minces += 1
        if (e.estimees !== null) this.mincesEstimes += 1
        continue
      }
      this.n += 1
      if (venues >= (e.ic_bas ?? 0) && venues <= (e.ic_haut ?? 0)) this.dedans += 1
      this.erreur += Math.abs((e.estimees ?? 0) - venues)
      this.naive += Math.abs(e.enregistrees - venues)
      this.chaine += Math.abs(e.chaine - venues)
      this.venues += venues
    }
  }

  ligne(nom: string): string {
    const nombre = (x: number, decimales: number) => x.toFixed(decimales).replace('.', ',')
    const part = (a: number, b: number) => (b === 0 ? '–' : `${nombre((100 * a) / b, 1)} %`)
    const rapport = (a: number, b: number) => (b === 0 ? '–' : nombre(a / b, 2))
    return `| ${nom} | ${this.n} | ${part(this.dedans, this.n)} | ${part(this.erreur, this.venues)} | ${rapport(this.erreur, this.naive)} | ${rapport(this.erreur, this.chaine)} | ${this.mincesEstimes} sur ${this.minces} |`
  }
}

export const ENTETE =
  '| jeu | mois estimés | dans l’intervalle à 90 % | erreur moyenne | / naïf | / chain ladder | sous un quart et estimés |\n|---|---|---|---|---|---|---|\n'
