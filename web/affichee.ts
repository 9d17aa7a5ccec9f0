import type { LigneIndicateur } from '../metrics/resultat.ts'

/** A figure as pages show it: the month's, or, where that is too small to judge, that of the twelve months that made its state. */
export interface LigneAffichee extends LigneIndicateur {
  readonly surDouzeMois: boolean
  /** The denominator of the month alone. */
  readonly effectifDuMois: number | null
}

const cle = ({ niveau, entite, indicateur }: LigneIndicateur): string => `${niveau}|${entite}|${indicateur}`

const estJugeeSurLAnnee = ({ statut, statut_affiche }: LigneIndicateur): boolean =>
  statut === 'NON_SIGNIFICATIF' && statut_affiche !== null && statut_affiche !== 'NON_SIGNIFICATIF'

/** Figures of a month beside the states they carry: a state made by a year is shown with the year's figures. */
export const afficher = (mois: readonly LigneIndicateur[], annee: readonly LigneIndicateur[]): LigneAffichee[] => {
  const annuelles = new Map(annee.map((ligne) => [cle(ligne), ligne]))
  return mois.map((ligne) => {
    const effectifDuMois = ligne.denominateur
    const annuelle = estJugeeSurLAnnee(ligne) ? annuelles.get(cle(ligne)) : undefined
    if (annuelle === undefined) return { ...ligne, surDouzeMois: false, effectifDuMois }
    const { statut, statut_12_mois, statut_affiche, fin } = ligne
    return { ...annuelle, fin, statut, statut_12_mois, statut_affiche, surDouzeMois: true, effectifDuMois }
  })
}

/** A period's figures with the state of that period alone: what a comparison of equal periods draws. */
export const avecEtatPropre = (lignes: readonly LigneIndicateur[]): LigneAffichee[] =>
  lignes.map((ligne) => ({
    ...ligne,
    statut_affiche: ligne.statut,
    surDouzeMois: false,
    effectifDuMois: ligne.denominateur,
  }))
