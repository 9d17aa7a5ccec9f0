import type { EchantillonVu } from '../echantillon-vue.ts'
import { type ResultatQuestion, resultatsDe } from './resultats-echantillon.ts'

/** What a sample says of a question on the dossier unique. */
export interface ConstatDuDossierUnique {
  readonly echantillon: Pick<EchantillonVu, 'id' | 'reference' | 'mois' | 'etat'>
  readonly resultat: ResultatQuestion
}

const PORTE_SUR_LUI = /dossier unique/i

/** What samples found of their questions that name the dossier unique, the latest first; nothing of what was not verified. */
export const constatsDuDossierUnique = (echantillons: readonly EchantillonVu[]): ConstatDuDossierUnique[] =>
  echantillons
    .toSorted((a, b) => b.mois.localeCompare(a.mois) || b.id - a.id)
    .flatMap((echantillon) =>
      resultatsDe(echantillon)
        .filter(({ libelle, verifiees }) => PORTE_SUR_LUI.test(libelle) && verifiees > 0)
        .map((resultat) => ({ echantillon, resultat })),
    )
