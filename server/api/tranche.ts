import type { Tranche } from '../acces/porte/tranche.ts'

/** The rows of a table that an answer gives, and how many the table has. */
export interface Page<L> {
  readonly total: number
  readonly lignes: Iterable<L> | AsyncIterable<L>
  /** Lets go of what the rows are read from. */
  readonly fermer?: () => void
}

export const pageDe = <L>(toutes: readonly L[], { depart, limite }: Tranche): Page<L> => ({
  total: toutes.length,
  lignes: toutes.slice(depart, depart + limite),
})

/** The addresses of the first page, of those beside a page and of the last, as `Link` tells them (RFC 8288). */
export const liensDesPages = (adresse: URL, { depart, limite }: Tranche, total: number): string => {
  const derniere = Math.max(0, Math.ceil(total / limite) - 1) * limite
  const vers = (rel: string, debut: number): string => {
    const parametres = new URLSearchParams(adresse.search)
    parametres.set('depart', String(debut))
    parametres.set('limite', String(limite))
    return `<${adresse.pathname}?${parametres}>; rel="${rel}"`
  }
  return [
    vers('first', 0),
    ...(depart > 0 ? [vers('prev', Math.max(0, Math.min(depart - limite, derniere)))] : []),
    ...(depart + limite < total ? [vers('next', depart + limite)] : []),
    vers('last', derniere),
  ].join(', ')
}
