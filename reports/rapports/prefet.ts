import type { Rapport } from '../rapport.ts'
import { enteteDuSemestre } from './entete-semestre.ts'
import type { MatiereDuSemestre } from './matiere.ts'
import { activite } from './sections/activite.ts'
import { definitions, instantanes, listeDesGuichets } from './sections/annexes.ts'
import { attributions } from './sections/attributions.ts'
import { demande } from './sections/demande.ts'
import { doublons } from './sections/doublons.ts'
import { decisions, enjeux } from './sections/enjeux.ts'
import { evenements } from './sections/evenements.ts'
import { mesures } from './sections/mesures.ts'
import { perimetre } from './sections/perimetre.ts'
import { qualite } from './sections/qualite.ts'
import { categoriesDansLeTemps } from './sections/qualite-categories.ts'
import { synthese } from './sections/synthese.ts'

/** What the gestionnaire accounts for to the préfet each semester. */
export const compteRenduAuPrefet: Rapport<MatiereDuSemestre> = {
  code: 'prefet',
  libelle: 'Compte rendu semestriel de mission',
  entete: enteteDuSemestre('Compte rendu de mission', 'À l’attention du préfet'),
  synthese: synthese('Ce qui est demandé au préfet'),
  sections: [perimetre, evenements, demande, qualite, doublons, attributions, mesures, activite, enjeux, decisions],
  annexes: [categoriesDansLeTemps, definitions, instantanes, listeDesGuichets],
}
