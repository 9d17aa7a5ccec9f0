import type { Connue } from './saisie.ts'

/** Days during which records are not the law's: both ends included. */
export interface Masque {
  readonly debut: number
  readonly fin: number
}

/** The law of the lag in days: `parts[d]` is the share recorded after d days, `cumul[d]` after d days at most. */
export interface Loi {
  readonly parts: Float64Array
  readonly cumul: Float64Array
}

const PAS = 40
/** Leases signed on days of which less than this could be seen tell nothing. */
const PART_VISIBLE = 0.02

const cumulDe = (parts: Float64Array): Float64Array => {
  let total = 0
  return parts.map((part) => {
    total += part
    return total
  })
}

const jusqua = (cumul: Float64Array, delai: number): number =>
  delai < 0 ? 0 : (cumul[Math.min(delai, cumul.length - 1)] ?? 1)

/** Share of the leases signed on a day that are recorded during some days. */
export const partDurant = ({ cumul }: Loi, bail: number, { debut, fin }: Masque): number =>
  jusqua(cumul, fin - bail) - jusqua(cumul, debut - 1 - bail)

/** Share of the leases signed on a day that can have been seen by another, the masked days apart. */
export const partVisible = (loi: Loi, bail: number, jour: number, masque: Masque | null): number =>
  jusqua(loi.cumul, jour - bail) - (masque === null ? 0 : partDurant(loi, bail, masque))

/**
 * The law of the lag from records that end on a day and leave some days out: each lag is weighed by the leases that could
 * have shown it, themselves estimated from what could be seen of them, again and again.
 *
 * Source: Turnbull 1976, JRSS B 38:290 (self-consistency for truncated data); Lynden-Bell 1971 without masked days.
 */
export const estimerLoi = (lignes: readonly Connue[], jour: number, masque: Masque | null): Loi => {
  const vues = lignes.filter(({ saisie }) => masque === null || saisie < masque.debut || saisie > masque.fin)
  const taille = vues.reduce((max, { bail, saisie }) => Math.max(max, saisie - bail), 0) + 1
  const parDelai = new Float64Array(taille)
  const parBail = new Map<number, number>()
  for (const { bail, saisie, n } of vues) {
    parDelai[saisie - bail] = (parDelai[saisie - bail] ?? 0) + n
    parBail.set(bail, (parBail.get(bail) ?? 0) + n)
  }
  const total = parDelai.reduce((a, b) => a + b, 0)
  let parts = parDelai.map((n) => n / Math.max(1, total))
  for (let pas = 0; pas < PAS; pas++) {
    const loi = { parts, cumul: cumulDe(parts) }
    const exposes = new Float64Array(taille)
    for (const [bail, n] of parBail) {
      const signes = n / Math.max(PART_VISIBLE, partVisible(loi, bail, jour, masque))
      for (let delai = 0; delai < taille && bail + delai <= jour; delai++)
        if (masque === null || bail + delai < masque.debut || bail + delai > masque.fin)
          exposes[delai] = (exposes[delai] ?? 0) + signes
    }
    const brutes = parDelai.map((n, delai) => (n > 0 ? n / (exposes[delai] ?? 1) : 0))
    const somme = brutes.reduce((a, b) => a + b, 0)
    parts = brutes.map((part) => part / Math.max(1e-12, somme))
  }
  return { parts, cumul: cumulDe(parts) }
}
