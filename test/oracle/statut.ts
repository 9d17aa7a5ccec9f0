import type { Motif, Statut } from '../../metrics/resultat.ts'
import type { Definition } from './definition.ts'
import type { Entite } from './registre.ts'
import { Z998 } from './statistiques.ts'

interface Mesure {
  readonly denominateur: number
  readonly valeur: number | null
  readonly icBas: number | null
  readonly zAjuste: number | null
}

/** Why a row of a guichet or a service is out of the game, beyond what cannot be measured. */
export const motifExclusion = (entite: Entite, debut: string): Motif | null => {
  if (entite.categorie === 'PORTAIL' || entite.categorie === 'GESTIONNAIRE') return 'CATEGORIE_EXCLUE'
  return entite.fermeture !== null && entite.fermeture < debut ? 'GUICHET_FERME' : null
}

export const statut = (definition: Definition, motif: Motif | null, mesure: Mesure): Statut => {
  const { seuil } = definition
  const { valeur, icBas, zAjuste } = mesure
  if (motif !== null) return 'SANS_OBJET'
  if (valeur === null || mesure.denominateur < (definition.minimum ?? 30)) return 'NON_SIGNIFICATIF'
  if (seuil === undefined) return 'NORMAL'
  const intervalleAuDessus = icBas !== null && icBas > seuil
  const horsDesPairs = definition.nature === 'part' && zAjuste !== null && zAjuste > Z998
  if (intervalleAuDessus || (horsDesPairs && valeur > seuil)) return 'ALERTE'
  return valeur > seuil ? 'SURVEILLANCE' : 'NORMAL'
}
