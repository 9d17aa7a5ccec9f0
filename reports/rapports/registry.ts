import type { Rapport } from '../rapport.ts'
import { dossierDuComite } from './comite.ts'
import type { Destinataire } from './destinataires.ts'
import type { MatiereDuSemestre } from './matiere.ts'
import { bilanAuxPartenaires } from './partenaires.ts'
import { compteRenduAuPrefet } from './prefet.ts'

/** The semester reports, by whom they are for. */
export const RAPPORTS_DU_SEMESTRE: Readonly<Record<Destinataire, Rapport<MatiereDuSemestre>>> = {
  prefet: compteRenduAuPrefet,
  partenaires: bilanAuxPartenaires,
  copil: dossierDuComite,
}
