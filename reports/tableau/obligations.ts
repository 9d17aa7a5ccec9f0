import type { Echeance, EtatObligation, Obligation } from '../../web/agenda.ts'
import { ETATS_OBLIGATION, NATURES_REUNION, nomObligation } from '../../web/agenda.ts'
import type { ReunionVue } from '../../web/modeles/reunion.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

/** Something due, in a row. */
export interface LigneObligation {
  readonly territoire: string
  readonly obligation: Obligation
  readonly periode: string
  readonly objet: string
  readonly echeance: string
  readonly etat: EtatObligation
  readonly faite_le: string | null
  readonly retard: number
  readonly precision: string
}

export const COLONNES_OBLIGATIONS: readonly ColonneTableau<LigneObligation>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'obligation', intitule: 'Obligation', type: 'texte', montrer: (code) => nomObligation(code as Obligation) },
  { nom: 'periode', intitule: 'Période', type: 'texte' },
  { nom: 'objet', intitule: 'Objet', type: 'texte' },
  { nom: 'echeance', intitule: 'Échéance', type: 'jour' },
  { nom: 'etat', intitule: 'État', type: 'texte', montrer: (code) => ETATS_OBLIGATION[code as EtatObligation] },
  { nom: 'faite_le', intitule: 'Faite le', type: 'jour' },
  { nom: 'retard', intitule: 'Retard (jours)', type: 'entier' },
  { nom: 'precision', intitule: 'Précision', type: 'texte' },
]

export const ligneDObligation = (territoire: string, e: Echeance): LigneObligation => ({
  territoire,
  obligation: e.obligation,
  periode: e.periode,
  objet: e.objet,
  echeance: e.echeance,
  etat: e.etat,
  faite_le: e.faiteLe,
  retard: e.retard,
  precision: e.precision,
})

export const tableauObligations = (
  lignes: readonly LigneObligation[],
  provenance: Provenance,
): Tableau<LigneObligation> => ({
  titre: 'Obligations',
  colonnes: COLONNES_OBLIGATIONS,
  lignes,
  notes: notesDe(provenance),
})

/** A decision of a meeting, in a row. */
interface LigneDecision {
  readonly reunion: string
  readonly date: string
  readonly decision: string
  readonly qui: string
  readonly pour_le: string | null
  readonly etat: string
}

/** The decisions of the meetings, with who and by when. */
export const tableauDecisions = (
  reunions: readonly ReunionVue[],
  dire: (etat: ReunionVue['decisions'][number]['etat']) => string,
  provenance: Provenance,
): Tableau<LigneDecision> => ({
  titre: 'Décisions',
  colonnes: [
    { nom: 'reunion', intitule: 'Réunion', type: 'texte' },
    { nom: 'date', intitule: 'Date', type: 'jour' },
    { nom: 'decision', intitule: 'Décision', type: 'texte' },
    { nom: 'qui', intitule: 'Qui', type: 'texte' },
    { nom: 'pour_le', intitule: 'Pour le', type: 'jour' },
    { nom: 'etat', intitule: 'État', type: 'texte', montrer: String },
  ],
  lignes: reunions.flatMap((r) =>
    r.decisions.map((d) => ({
      reunion: NATURES_REUNION[r.nature],
      date: r.tenueLe ?? r.prevueLe,
      decision: d.texte,
      qui: d.qui,
      pour_le: d.pourLe,
      etat: dire(d.etat),
    })),
  ),
  notes: notesDe(provenance),
})
