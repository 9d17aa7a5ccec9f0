import { enJour, enMois, finMois, type Jour, type Mois, numeroDuJour } from '../../../ingest/socle/jour.ts'
import { fenetreDe } from '../../../metrics/attributions/fenetre.ts'
import type { Saisie } from '../../../metrics/attributions/saisie.ts'

export const FIN = enJour('2026-10-31')
export const FENETRE = fenetreDe(FIN)
export const DOUZE = FENETRE.mois

/** `n` attributions of a lease signed on a day and recorded so many days later, by a guichet. */
export const saisie = (bail: Jour, delai: number, n = 1, guichet: string | null = 'AAAAA'): Saisie => {
  const jour = numeroDuJour(bail)
  return { guichet, mois: enMois(bail.slice(0, 7)), bail: jour, saisie: jour + delai, n }
}

/** Of these, what a snapshot shows: recorded by its day. */
export const vuesLe = (instantane: Jour, saisies: readonly Saisie[]): Saisie[] =>
  saisies.filter((ligne) => ligne.saisie !== null && ligne.saisie <= numeroDuJour(instantane))

/** Each day of some months, the same number of leases, recorded after lags that follow each other in turn. */
export const regulieres = (
  mois: readonly Mois[],
  delais: readonly number[],
  n = 1,
  guichet: string | null = 'AAAAA',
): Saisie[] =>
  mois.flatMap((m) =>
    Array.from({ length: Number(finMois(m).slice(8)) }, (_, jour) =>
      delais.map((delai) => saisie(enJour(`${m}-${String(jour + 1).padStart(2, '0')}`), delai, n, guichet)),
    ).flat(),
  )
