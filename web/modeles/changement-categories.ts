import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Contribution, Decomposition } from '../../metrics/changement/decomposer.ts'

const ajouter = (a: Contribution['avant'], b: Contribution['avant']): Contribution['avant'] => ({
  numerateur: a.numerateur + b.numerateur,
  denominateur: a.denominateur + b.denominateur,
})

/** What each category makes of the territory's change: the sum of its guichets', so that all of them still sum to it. */
export const contributionsParCategorie = (
  { contributions }: Decomposition,
  categorieDe: (entite: string) => string | null,
): readonly Contribution[] =>
  [...grouperPar(contributions, ({ entite }) => categorieDe(entite) ?? '')]
    .map(([categorie, siennes]) =>
      siennes.reduce<Contribution>(
        (somme, c) => ({
          entite: categorie,
          avant: ajouter(somme.avant, c.avant),
          apres: ajouter(somme.apres, c.apres),
          taux: somme.taux + c.taux,
          poids: somme.poids + c.poids,
          total: somme.total + c.total,
        }),
        {
          entite: categorie,
          avant: { numerateur: 0, denominateur: 0 },
          apres: { numerateur: 0, denominateur: 0 },
          taux: 0,
          poids: 0,
          total: 0,
        },
      ),
    )
    .toSorted((a, b) => Math.abs(b.total) - Math.abs(a.total) || (a.entite < b.entite ? -1 : 1))
