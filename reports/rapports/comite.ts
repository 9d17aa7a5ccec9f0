import type { Rapport } from '../rapport.ts'
import { enteteDuSemestre } from './entete-semestre.ts'
import type { MatiereDuSemestre } from './matiere.ts'
import { activite } from './sections/activite.ts'
import { definitions, instantanes } from './sections/annexes.ts'
import { attributions } from './sections/attributions.ts'
import { doublons } from './sections/doublons.ts'
import { decisions } from './sections/enjeux.ts'
import { mesures } from './sections/mesures.ts'
import { ordreDuJour } from './sections/ordre-du-jour.ts'
import { perimetre } from './sections/perimetre.ts'
import { qualite } from './sections/qualite.ts'
import { categoriesDansLeTemps } from './sections/qualite-categories.ts'
import { synthese } from './sections/synthese.ts'

/** What the comité de pilotage meets on: its agenda, what it decided, how services stand, what is proposed to the préfet. */
export const dossierDuComite: Rapport<MatiereDuSemestre> = {
  code: 'copil',
  libelle: 'Dossier du comité de pilotage',
  entete: enteteDuSemestre('Dossier du comité de pilotage', 'Comité de pilotage'),
  synthese: synthese('Ce qui est proposé au comité'),
  sections: [ordreDuJour, qualite, doublons, attributions, mesures, activite, decisions],
  annexes: [perimetre, categoriesDansLeTemps, definitions, instantanes],
}
