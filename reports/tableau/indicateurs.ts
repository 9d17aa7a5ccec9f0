import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { notesDe, notesDesChiffres, type Provenance } from './notes.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

export const COLONNES_INDICATEURS: readonly ColonneTableau<LigneIndicateur>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'debut', intitule: 'Début', type: 'jour' },
  { nom: 'fin', intitule: 'Fin', type: 'jour' },
  { nom: 'instantane', intitule: 'Instantané', type: 'jour' },
  { nom: 'mois_couverts', intitule: 'Mois couverts', type: 'entier' },
  { nom: 'niveau', intitule: 'Niveau', type: 'texte' },
  { nom: 'entite', intitule: 'Entité', type: 'texte' },
  { nom: 'libelle', intitule: 'Libellé', type: 'texte' },
  { nom: 'indicateur', intitule: 'Indicateur', type: 'texte' },
  { nom: 'numerateur', intitule: 'Numérateur', type: 'entier' },
  { nom: 'denominateur', intitule: 'Dénominateur', type: 'entier' },
  { nom: 'valeur', intitule: 'Valeur', type: 'nombre' },
  { nom: 'p90', intitule: 'Neuvième décile (jours)', type: 'nombre' },
  { nom: 'ic_bas', intitule: 'Intervalle à 95 %, bas', type: 'nombre' },
  { nom: 'ic_haut', intitule: 'Intervalle à 95 %, haut', type: 'nombre' },
  { nom: 'reference', intitule: 'Part des pairs', type: 'nombre' },
  { nom: 'z_ajuste', intitule: 'Écart ajusté aux pairs', type: 'nombre' },
  { nom: 'atypique', intitule: 'Atypique', type: 'booleen' },
  { nom: 'statut', intitule: 'État', type: 'texte' },
  { nom: 'statut_12_mois', intitule: 'État sur douze mois', type: 'texte' },
  { nom: 'statut_affiche', intitule: 'État affiché', type: 'texte' },
  { nom: 'motif', intitule: 'Motif', type: 'texte' },
  { nom: 'details', intitule: 'Détails', type: 'json' },
  { nom: 'consolide', intitule: 'Consolidé', type: 'nombre' },
]

export const tableauIndicateurs = (
  lignes: readonly LigneIndicateur[],
  provenance: Provenance,
): Tableau<LigneIndicateur> => ({
  titre: 'Indicateurs',
  colonnes: COLONNES_INDICATEURS,
  lignes,
  notes: [...notesDe(provenance), ...notesDesChiffres(lignes, provenance.fin)],
})
