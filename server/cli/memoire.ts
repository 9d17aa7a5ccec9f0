import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { formatNombre } from '../../ingest/socle/francais/format.ts'

const OCTETS = { o: 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 } as const

/** Below, the engine has no room to work. */
const AU_MOINS = 256e6

const refuser = (texte: string, quoi: string): never => {
  throw new ErreurInfocentre('MEMOIRE_INVALIDE', `INFOCENTRE_MEMOIRE vaut « ${texte} », ${quoi}`, { valeur: texte })
}

/**
 * The bytes that INFOCENTRE_MEMOIRE gives the engine, as `4 Go` or `800 Mo`; null where it gives none.
 *
 * @throws ErreurInfocentre where it is no size, or one that cannot be.
 */
export const lireMemoire = (texte: string | undefined, machine: number): number | null => {
  const lu = texte?.trim() ?? ''
  if (lu === '') return null
  const [, nombre, unite] = /^([0-9]+(?:[.,][0-9]+)?)\s*([kmgt])(?:i?[bo])?$/i.exec(lu) ?? []
  if (nombre === undefined || unite === undefined)
    return refuser(lu, 'qui n’est pas une taille : donner un nombre et son unité, par exemple 4 Go ou 800 Mo.')
  const octets = Math.floor(Number(nombre.replace(',', '.')) * OCTETS[unite.toLowerCase() as keyof typeof OCTETS])
  if (octets < AU_MOINS) return refuser(lu, 'où le moteur ne peut pas travailler : donner au moins 256 Mo.')
  if (octets > machine)
    return refuser(
      lu,
      `plus que la mémoire de la machine (${formatNombre(machine / 1e9, 1)} Go) : en donner moins, ou ne rien préciser.`,
    )
  return octets
}
