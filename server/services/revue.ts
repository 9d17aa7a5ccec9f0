import { addDays } from 'date-fns'
import { instantDe } from '../horloge.ts'
import { type Compte, listerComptes } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { lireReglages } from '../state/reglages.ts'
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
  const decisions = ouverts.map(({ id, courriel }) => ({
    courriel,
    decision: aFermer.some((f) => f.id === id) ? 'fermé' : 'gardé',
  }))
  const instant = instantDe(auteur.maintenant)
  await etat
    .insertInto('revues')
    .values({
      territoires: auteur.territoires && JSON.stringify(auteur.territoires),
      signee_le: instant,
      signee_par: auteur.qui,
      comptes: JSON.stringify(decisions),
    })
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

/** Closes the accounts that nobody has used for as long as the setting says. Gives how many were. */
export const fermerInutilises = async (etat: BaseEtat, maintenant: Date): Promise<number> => {
  const { jours_inutilise } = await lireReglages(etat, instantDe(maintenant).slice(0, 10))
  const limite = instantDe(addDays(maintenant, -jours_inutilise))
  const inutilises = (await listerComptes(etat)).filter(
    ({ ferme_le, demonstration, vu_le, cree_le }) => ferme_le === null && !demonstration && (vu_le ?? cree_le) < limite,
  )
  const auteur: Auteur = { qui: 'délai d’inutilisation', role: 'gestionnaire', territoires: null, maintenant }
  for (const compte of inutilises) await fermer(etat, compte, `inutilisé depuis ${jours_inutilise} jours`, auteur)
  return inutilises.length
}
