import type { Destinataire } from './destinataires.ts'
import { masquerMatiere } from './masquer-matiere.ts'
import type { MatiereDuSemestre } from './matiere.ts'

/** Counts of households from 1 to this number are not told outside the State's own views: its regional publications' own. */
export const SEUIL_DES_PETITS_EFFECTIFS = 11

/** What a report is written from, as its readers may know it: the préfet is the State, the others are not. */
export const pourLeDestinataire = (
  matiere: MatiereDuSemestre,
  pour: Destinataire,
  seuil: number = SEUIL_DES_PETITS_EFFECTIFS,
): Promise<MatiereDuSemestre> =>
  pour === 'prefet' ? Promise.resolve(matiere) : masquerMatiere(matiere, seuil)
