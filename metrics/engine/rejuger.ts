import type { LigneIndicateur, Statut } from '../resultat.ts'
import { etatDe } from './juger.ts'
import type { Norme } from './norme.ts'

/** The state that a figure shows by one norm, and by another. */
export interface Rejugement {
  readonly entite: string
  readonly libelle: string
  readonly avant: Statut | null
  readonly apres: Statut | null
}

/** The state of a stored figure by a norm: its value, interval and peers are those it was stored with. */
const parNorme = (ligne: LigneIndicateur | undefined, unite: 'part' | 'jours', norme: Norme): Statut | null => {
  if (ligne === undefined || ligne.statut === null || ligne.statut === 'SANS_OBJET') return ligne?.statut ?? null
  const { valeur, ic_bas, z_ajuste } = ligne
  return etatDe({ unite, exclusion: null, denominateur: ligne.denominateur ?? 0, valeur, ic_bas, z_ajuste }, norme)
}

/**
 * What figures of one indicator would be judged by one norm and by another, nothing being stored: the month's state, or
 * that of its twelve months where the month is too small.
 */
export const rejuger = (
  mois: readonly LigneIndicateur[],
  annee: readonly LigneIndicateur[],
  unite: 'part' | 'jours',
  normes: { readonly avant: Norme; readonly apres: Norme },
): Rejugement[] => {
  const cle = ({ niveau, entite }: LigneIndicateur) => `${niveau}|${entite}`
  const annuelles = new Map(annee.map((ligne) => [cle(ligne), ligne]))
  const montre = (ligne: LigneIndicateur, norme: Norme): Statut | null => {
    const duMois = parNorme(ligne, unite, norme)
    return duMois === 'NON_SIGNIFICATIF' ? (parNorme(annuelles.get(cle(ligne)), unite, norme) ?? duMois) : duMois
  }
  return mois.map((ligne) => ({
    entite: ligne.entite,
    libelle: ligne.libelle,
    avant: montre(ligne, normes.avant),
    apres: montre(ligne, normes.apres),
  }))
}
