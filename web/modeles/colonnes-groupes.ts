import { VERDICTS } from '../../metrics/doublons/verdicts.ts'
import { MOTS_CLES, type ResumeGroupe } from '../doublons.ts'
import type { Colonne } from './tri.ts'

/** What a group is: to be qualified, to be looked at again, or what a person said of it. */
export const direQualification = ({ verdict, augmente }: ResumeGroupe): string => {
  if (verdict !== null) return VERDICTS[verdict]
  return augmente ? 'À revoir\u00a0: une demande s’est ajoutée' : 'À qualifier'
}

/** The columns of the list of groups. All of them are sorted, then cut into pages. */
export const COLONNES_GROUPES: readonly Colonne<ResumeGroupe>[] = [
  { cle: 'groupe', libelle: 'Groupe', valeur: ({ groupe }) => groupe },
  { cle: 'demandes', libelle: 'Demandes', fortDabord: true, valeur: ({ numeros }) => numeros.length },
  { cle: 'guichets', libelle: 'Guichets', valeur: ({ guichets }) => guichets.join(', ') },
  { cle: 'cle', libelle: 'Ce qui rapproche', valeur: ({ cle }) => MOTS_CLES[cle] },
  { cle: 'probabilite', libelle: 'Probabilité', nombre: true, valeur: ({ probabilite }) => probabilite },
  { cle: 'qualification', libelle: 'Qualification', valeur: direQualification },
]
