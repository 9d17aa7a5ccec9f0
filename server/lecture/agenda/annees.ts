import type { Jour, Mois } from '../../../ingest/socle/jour.ts'

/** The years that the calendar can show, up to the next, and the one that an address asks for: this one, where it asks for none. */
export const anneesDeLAgenda = (
  depuis: Mois | null,
  aujourdhui: Jour,
  demandee: string | undefined,
): { readonly annee: number; readonly annees: readonly number[] } => {
  const cetteAnnee = Number(aujourdhui.slice(0, 4))
  const premiere = depuis === null ? cetteAnnee : Number(depuis.slice(0, 4))
  const annees = Array.from({ length: cetteAnnee + 2 - premiere }, (_, i) => premiere + i)
  return { annees, annee: annees.find((une) => String(une) === demandee) ?? cetteAnnee }
}
