import { type Annexe, lireAnnexes } from '../state/annexes.ts'
import type { Lecteur } from './lecteur.ts'
import { type MesureVisible, mesuresVisibles } from './mesures.ts'
import { VOIENT_DES_NUMEROS } from './roles.ts'

/** The lists joined to measures that a person sees: none for who sees no number. */
export const annexesDe = async (
  { etat, acces }: Lecteur,
  mesures: readonly Pick<MesureVisible, 'id'>[],
): Promise<Annexe[]> =>
  VOIENT_DES_NUMEROS.includes(acces.role)
    ? lireAnnexes(
        etat,
        mesures.map(({ id }) => id),
      )
    : []

/**
 * A list of a territory by its number, with its measure; null for one that does not exist, or that the person does not see.
 *
 * @throws AccesRefuse for a territory out of the person's reach.
 */
export const annexeVisible = async (
  lecteur: Lecteur,
  territoire: string,
  id: number,
): Promise<{ readonly annexe: Annexe; readonly mesure: MesureVisible } | null> => {
  const mesures = await mesuresVisibles(lecteur, territoire, null)
  const annexe = (await annexesDe(lecteur, mesures)).find((une) => une.id === id)
  const mesure = mesures.find((une) => une.id === annexe?.mesure)
  return annexe === undefined || mesure === undefined ? null : { annexe, mesure }
}
