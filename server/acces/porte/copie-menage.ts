import { type CopieMenage, lireCopie } from '../../services/copie-menage.ts'
import { type Lecteur, tientTout } from '../lecteur.ts'
import { AccesRefuse } from '../refus.ts'
import { consignerPassage, exigerGestion, exigerLesNoms } from './passage.ts'

/** Whose the entry is: the one territory that holds the demande, or the installation's where several do or none does. */
const territoireDe = ({ territoires }: CopieMenage): string | null =>
  territoires.length === 1 ? (territoires[0]?.territoire ?? null) : null

/**
 * All that an installation holds of one demande, to be handed to its household.
 *
 * @throws AccesRefuse where names, or a territory loaded, are out of the person's reach: a copy is whole or is not given.
 */
export const remettreCopie = async (lecteur: Lecteur, numero: string, instant: string): Promise<CopieMenage> => {
  exigerLesNoms(lecteur)
  if (!(await tientTout(lecteur))) throw new AccesRefuse('territoire hors de portée')
  const copie = await lireCopie(lecteur.base, numero)
  await consignerPassage(lecteur, {
    action: 'DROIT_ACCES',
    instant,
    territoire: territoireDe(copie),
    nombre: copie.territoires.reduce((n, { versions }) => n + versions.length, 0),
    detail: { numero },
  })
  return copie
}

/**
 * Notes that a rectification was passed to the national system, which alone can make it.
 *
 * @throws AccesRefuse where the role does not keep a territory.
 */
export const noterRectification = async (
  lecteur: Lecteur,
  { numero, note, instant }: { readonly numero: string; readonly note: string; readonly instant: string },
): Promise<void> => {
  exigerGestion(lecteur)
  const detail = { numero, note }
  await consignerPassage(lecteur, { action: 'DROIT_RECTIFICATION', instant, territoire: null, nombre: 1, detail })
}
