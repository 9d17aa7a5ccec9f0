import { instantDe } from '../horloge.ts'
import type { Compte } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { ecrireLigne } from '../state/table.ts'
import { REVUES } from '../state/table-comptes.ts'
import { type Auteur, fermer, listerComptesDuRessort } from './comptes.ts'

/**
 * Signs a review: of the open accounts that were seen, those that are not kept are closed, but the signer's own. Gives how
 * many were.
 */
export const signerRevue = async (
  etat: BaseEtat,
  { vus, gardes }: { readonly vus: ReadonlySet<number>; readonly gardes: ReadonlySet<number> },
  signataire: Compte,
  auteur: Auteur,
): Promise<number> => {
  const ouverts = (await listerComptesDuRessort(etat, auteur)).filter(
    ({ id, ferme_le }) => ferme_le === null && vus.has(id),
  )
  const aFermer = ouverts.filter(({ id }) => id !== signataire.id && !gardes.has(id))
  for (const compte of aFermer) await fermer(etat, compte, 'non gardé à la revue des comptes', auteur)
  const decisions = ouverts.map(
    ({ id, courriel }) => ({ courriel, decision: aFermer.some((f) => f.id === id) ? 'fermé' : 'gardé' }) as const,
  )
  const instant = instantDe(auteur.maintenant)
  await etat
    .insertInto('revues')
    .values(
      ecrireLigne(REVUES, {
        territoires: auteur.territoires,
        signee_le: instant,
        signee_par: auteur.qui,
        comptes: decisions,
      }),
    )
    .execute()
  await consigner(etat, {
    instant,
    qui: auteur.qui,
    role: auteur.role,
    action: 'REVUE',
    nombre: ouverts.length,
    detail: { fermes: aFermer.length },
  })
  return aFermer.length
}
