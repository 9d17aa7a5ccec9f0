import type { Definition, Observation } from '../definition.ts'
import { premiereVide } from '../definition.ts'
import { moisPlus } from '../jours.ts'

/** Leases declared for the month three months before, that no radiation for attribution shows. */
export const BAUX: readonly Definition[] = [
  {
    code: 'attributions_manquantes',
    nature: 'part',
    sansGuichet: true,
    seuil: 0.05,
    vide: (c) =>
      c.s.baux === null || (c.s.baux.length > 0 && c.s.baux.every(({ mois }) => mois.length === 4))
        ? 'baux'
        : premiereVide(c.s, ['siren_bailleur', 'date_signature_bail', 'motif_radiation']),
    observer: (c): Observation[] => {
      const mois = moisPlus(c.debut.slice(0, 7), -3)
      const declares = new Map<string, number>()
      for (const bail of c.s.baux ?? [])
        if (bail.mois === mois) declares.set(bail.siren, (declares.get(bail.siren) ?? 0) + bail.baux_signes)
      return [...declares].map(([siren, baux]) => {
        const saisies = c.population.filter(
          (d) =>
            d.statut === 'RADIEE' &&
            d.motif_radiation === 'ATTRIBUTION' &&
            d.siren_bailleur === siren &&
            d.date_signature_bail?.slice(0, 7) === mois,
        ).length
        return { guichet: null, siren, denominateur: baux, numerateur: Math.max(0, baux - saisies) }
      })
    },
  },
]
