import type { Destinataire } from './destinataires.ts'
import { masquerMatiere } from './masquer-matiere.ts'
import type { MatiereDuSemestre } from './matiere.ts'

/** What a report is written from, as its readers may know it: the préfet is the State, the others are not. */
export const pourLeDestinataire = (
  matiere: MatiereDuSemestre,
  pour: Destinataire,
  seuil: number,
): Promise<MatiereDuSemestre> => (pour === 'prefet' ? Promise.resolve(matiere) : masquerMatiere(matiere, seuil))
