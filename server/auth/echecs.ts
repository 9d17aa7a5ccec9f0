import { addMinutes } from 'date-fns'
import { instantDe } from '../horloge.ts'
import { type Compte, changerCompte } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'

const ECHECS_PERMIS = 5
const VERROU_MINUTES = 15

export const estVerrouille = ({ verrouille_jusqu_a }: Compte, maintenant: Date): boolean =>
  verrouille_jusqu_a !== null && verrouille_jusqu_a > instantDe(maintenant)

/** Counts a wrong password or a wrong code: every fifth one locks the account for a quarter of an hour. */
export const compterEchec = async (etat: BaseEtat, compte: Compte, maintenant: Date): Promise<void> => {
  const echecs = compte.echecs + 1
  if (echecs % ECHECS_PERMIS !== 0) return changerCompte(etat, compte.id, { echecs })
  const verrou = instantDe(addMinutes(maintenant, VERROU_MINUTES))
  await changerCompte(etat, compte.id, { echecs, verrouille_jusqu_a: verrou })
  await consigner(etat, {
    ...{ instant: instantDe(maintenant), qui: compte.courriel, role: compte.role },
    ...{ action: 'VERROUILLAGE', detail: { jusqu_a: verrou } },
  })
}
