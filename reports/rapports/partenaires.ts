import type { Rapport } from '../rapport.ts'
import { enteteDuSemestre } from './entete-semestre.ts'
import type { MatiereDuSemestre } from './matiere.ts'
import { activite } from './sections/activite.ts'
import { definitions, instantanes } from './sections/annexes.ts'
import { attributions } from './sections/attributions.ts'
import { demande } from './sections/demande.ts'
import { doublons } from './sections/doublons.ts'
import { enjeux } from './sections/enjeux.ts'
import { evenements } from './sections/evenements.ts'
import { mesuresComptees } from './sections/mesures.ts'
import { perimetre } from './sections/perimetre.ts'
import { qualiteSansNoms } from './sections/qualite.ts'
import { categoriesDansLeTemps } from './sections/qualite-categories.ts'
import { synthese } from './sections/synthese.ts'

/** The same for the partners, without anything that names a service in difficulty. */
export const bilanAuxPartenaires: Rapport<MatiereDuSemestre> = {
  code: 'partenaires',
  libelle: 'Bilan aux partenaires',
  entete: enteteDuSemestre(
    'Bilan aux partenaires',
    'GIP SNE, État, collectivités, organismes HLM, USH, Action Logement',
  ),
  synthese: synthese('Pour la suite'),
  sections: [
    perimetre,
    evenements,
    demande,
    qualiteSansNoms,
    doublons,
    attributions,
    mesuresComptees,
    activite,
    enjeux,
  ],
  annexes: [categoriesDansLeTemps, definitions, instantanes],
}
