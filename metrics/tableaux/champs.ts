import type { LigneTableau } from './reponse.ts'
import type { TableauStandard } from './tableau.ts'

/** What a field of a table holds: a code to be said in words, or a figure. */
type SorteDeChamp = 'code' | 'texte' | 'entier' | 'nombre' | 'part' | 'jours' | 'jour' | 'booleen'

export interface Champ {
  readonly nom: string
  readonly intitule: string
  readonly sorte: SorteDeChamp
}

/** Figures, with what they are; any other field is a code. */
const CHIFFRES: Readonly<Record<string, readonly [intitule: string, sorte: SorteDeChamp]>> = {
  effectif: ['Effectif', 'entier'],
  classees: ['Classées', 'entier'],
  conformes: ['Conformes', 'entier'],
  non_classees: ['Non classées', 'entier'],
  part: ['Part', 'part'],
  date: ['Date', 'jour'],
  total: ['Total', 'entier'],
  hors_mutation: ['Hors mutation', 'entier'],
  evolution_annuelle: ['Évolution sur un an', 'part'],
  mois: ['Mois de signature', 'texte'],
  enregistrees: ['Saisies', 'entier'],
  estimees: ['Attendues', 'nombre'],
  n: ['Attributions', 'entier'],
  moyenne: ['Délai moyen (jours)', 'jours'],
  mediane: ['Délai médian (jours)', 'jours'],
  p90: ['Neuvième décile (jours)', 'jours'],
  actives: ['Demandes actives', 'entier'],
  attributions: ['Attributions sur douze mois', 'entier'],
  ratio: ['Demandes pour une attribution', 'nombre'],
}

const INTITULES: Readonly<Record<string, string>> = {
  poste: 'Poste',
  detail: 'Détail',
  anciennete: 'Ancienneté',
  commune: 'Commune du logement',
  epci: 'EPCI',
  ventilation: 'Ventilation',
  valeur: 'Valeur',
  objectif: 'Objectif',
}

const champ = ({ axes }: TableauStandard, nom: string, exemple: unknown): Champ => {
  if (nom === 'mutation')
    return { nom, intitule: 'En mutation', sorte: typeof exemple === 'boolean' ? 'booleen' : 'entier' }
  const [intitule, sorte] = CHIFFRES[nom] ?? []
  if (intitule !== undefined && sorte !== undefined) return { nom, intitule, sorte }
  const axe = axes.find((connu) => connu.nom === nom)
  return { nom, intitule: axe?.intitule ?? INTITULES[nom] ?? nom, sorte: 'code' }
}

/** The fields of a table, from its rows; those of its declaration where it has none. */
export const champsDe = (tableau: TableauStandard, lignes: readonly LigneTableau[]): readonly Champ[] => {
  const [premiere] = lignes
  const noms =
    premiere === undefined ? [...tableau.axes.map(({ nom }) => nom), 'effectif', 'part'] : Object.keys(premiere)
  return noms.map((nom) => champ(tableau, nom, premiere?.[nom]))
}
