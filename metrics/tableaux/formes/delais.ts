import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import { quantileOf } from '../../stats/quantile.ts'
import type { CelluleComptee } from '../lire-cellules.ts'
import { type LigneTableau, partDe, sommer } from '../reponse.ts'
import { type Par, parEpci, valeursDe } from './cles.ts'

/** Waiting times in days, by commune or EPCI of the dwelling and by whether the household was a tenant of social housing. */
export const attendre = (lues: readonly CelluleComptee[], par: Par): readonly LigneTableau[] => {
  const cellules = par === 'EPCI' ? parEpci(lues) : lues
  const groupes = grouperPar(cellules, ({ cle, croisee }) => `${cle} ${croisee}`)
  const lieux = valeursDe(
    { valeurs: null },
    cellules.map(({ cle }) => cle),
  )
  return lieux.flatMap((lieu) =>
    (['NON', 'OUI'] as const).flatMap((mutation) => {
      const jours = (groupes.get(`${lieu} ${mutation}`) ?? []).map(({ quantite, effectif }) => ({
        valeur: quantite ?? 0,
        n: effectif,
      }))
      const n = sommer(jours.map((jour) => jour.n))
      if (n === 0) return []
      return {
        [par === 'EPCI' ? 'epci' : 'commune']: lieu,
        mutation: mutation === 'OUI',
        n,
        moyenne: partDe(sommer(jours.map((jour) => jour.valeur * jour.n)), n),
        mediane: quantileOf(jours, 0.5),
        p90: quantileOf(jours, 0.9),
      }
    }),
  )
}
