import type { Acces } from '../acces/acces.ts'
import { ROLES_MOINDRES } from '../acces/roles.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { type Compte, trouverCompte } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { type Jeton, jetonDuClair, marquerUsage } from '../state/jetons.ts'

/** The token of a request that carries one; undefined where it carries none. */
export const lirePorteur = (entete: string | undefined): string | undefined =>
  entete === undefined ? undefined : (/^Bearer +(\S+) *$/i.exec(entete)?.[1] ?? '')

/** What a token opens now: its own scope, and no more than its account still has. */
export const accesDuJeton = (jeton: Jeton, compte: Compte): Acces | null => {
  if (!ROLES_MOINDRES[compte.role].includes(jeton.role)) return null
  if (compte.role === 'guichet' && jeton.role === 'guichet' && jeton.service !== compte.service) return null
  return {
    qui: `${compte.courriel} (jeton n° ${jeton.id})`,
    role: jeton.role,
    territoires: jeton.territoires.filter((code) => compte.territoires.includes(code)),
    service: jeton.role === 'guichet' ? jeton.service : null,
  }
}

/** Who a token speaks for, or why it opens nothing, in the words of the audit log. */
export type Porteur = { readonly compte: Compte; readonly acces: Acces } | { readonly motif: string }

const motifDuRefus = (jeton: Jeton, compte: Compte | null, maintenant: Date): string | null => {
  if (jeton.revoque_le !== null) return 'jeton révoqué'
  if (jeton.dernier_jour < jourDe(maintenant)) return 'jeton échu'
  return compte === null || compte.ferme_le !== null ? 'jeton d’un compte fermé' : null
}

export const reconnaitrePorteur = async (etat: BaseEtat, clair: string, maintenant: Date): Promise<Porteur> => {
  const jeton = await jetonDuClair(etat, clair)
  if (jeton === null) return { motif: 'jeton inconnu' }
  const compte = await trouverCompte(etat, jeton.compte)
  const motif = motifDuRefus(jeton, compte, maintenant)
  if (motif !== null || compte === null) return { motif: motif ?? 'jeton inconnu' }
  const acces = accesDuJeton(jeton, compte)
  if (acces === null) return { motif: 'jeton plus large que son compte' }
  await marquerUsage(etat, jeton, instantDe(maintenant))
  return { compte, acces }
}
