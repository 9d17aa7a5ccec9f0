import { instantDe } from '../horloge.ts'
import { type Compte, changerCompte } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { chiffrer, dechiffrer } from './chiffre.ts'
import { prendreEssai } from './echecs.ts'
import { pasDuCode, tirerCle } from './second-facteur.ts'

/** The key an account has enrolled, or is being proposed; null where there is none, or the secret is another. */
export const cleDuCompte = (compte: Compte, secret: string): string | null =>
  compte.second_facteur === null ? null : dechiffrer(compte.second_facteur, secret)

/** Proposes a key to an account that has none confirmed; the same one until it is. */
export const proposerCle = async (etat: BaseEtat, compte: Compte, secret: string): Promise<string> => {
  const proposee = cleDuCompte(compte, secret)
  if (proposee !== null) return proposee
  const cle = tirerCle()
  await changerCompte(etat, compte.id, { second_facteur: chiffrer(cle, secret), second_facteur_le: null })
  return cle
}

/** Takes a time step, which serves once however many ask for it together. */
const prendrePas = async (etat: BaseEtat, { id }: Compte, pas: number): Promise<boolean> => {
  const { numUpdatedRows } = await etat
    .updateTable('comptes')
    .set({ dernier_pas: pas })
    .where('id', '=', id)
    .where((ou) => ou.or([ou('dernier_pas', 'is', null), ou('dernier_pas', '<', pas)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes a code for good: it will not serve again. False, and one failure more, where it is wrong. */
export const accepterCode = async (
  etat: BaseEtat,
  compte: Compte,
  code: string,
  secret: string,
  maintenant: Date,
): Promise<boolean> => {
  const essai = await prendreEssai(etat, compte, maintenant)
  if (essai === null) return false
  const cle = cleDuCompte(compte, secret)
  const pas = cle === null ? null : pasDuCode(cle, code, maintenant, compte.dernier_pas)
  if (pas === null || !(await prendrePas(etat, compte, pas))) {
    await consigner(etat, {
      instant: instantDe(maintenant),
      qui: compte.courriel,
      role: compte.role,
      action: 'ECHEC_CONNEXION',
      detail: { motif: cle === null ? 'second facteur illisible sans le secret de l’installation' : 'code faux' },
    })
    await essai.rater()
    return false
  }
  await essai.reussir()
  if (compte.second_facteur_le === null)
    await changerCompte(etat, compte.id, { second_facteur_le: instantDe(maintenant) })
  return true
}
