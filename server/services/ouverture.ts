import type { Deps } from '../deps.ts'
import { instantDe } from '../horloge.ts'
import { consigner } from '../state/journal.ts'
import { type Auteur, OuvertureRefusee, ouvrirCompte, type PorteeSaisie } from './comptes.ts'

/** Refusals after which all else is refused alike, and the time they count for: addresses are not to be tried one by one. */
export const OUVERTURES_REFUSEES = 5
export const PERIODE_OUVERTURES = 24 * 60 * 60 * 1000

/**
 * Opens an account for somebody who may not know all of them. An address that another territory has is refused in words
 * that do not say so, which are also those of any opening once too many were refused that day.
 */
export const ouvrirSansReveler = async (
  { etat, ouvertures }: Pick<Deps, 'etat' | 'ouvertures'>,
  courriel: string,
  portee: PorteeSaisie,
  auteur: Auteur,
): Promise<{ motDePasse: string }> => {
  const { qui, role, maintenant } = auteur
  try {
    if (!ouvertures.tenter(qui, maintenant)) throw new OuvertureRefusee()
    try {
      const ouvert = await ouvrirCompte(etat, courriel, portee, auteur)
      ouvertures.rendre(qui)
      return ouvert
    } catch (cause) {
      if (!(cause instanceof OuvertureRefusee)) ouvertures.rendre(qui)
      throw cause
    }
  } catch (cause) {
    if (cause instanceof OuvertureRefusee)
      await consigner(etat, {
        instant: instantDe(maintenant),
        qui,
        role,
        action: 'REFUS',
        detail: { motif: 'ouverture de compte', compte: courriel },
      })
    throw cause
  }
}
