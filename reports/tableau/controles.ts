import type { PointVu } from '../../web/components/controles/point.tsx'
import type { EtatControle, Point } from '../../web/controles.ts'
import { ETATS_CONTROLE, POINTS, rangDuPoint } from '../../web/controles.ts'
import type { MoisVu } from '../../web/modeles/mois-controle.ts'
import { notesDe, type Provenance } from './notes.ts'
import { selon } from './selon.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

/** The control of a month, in a row. */
export interface LigneControle {
  readonly territoire: string
  readonly mois: string
  readonly etat: EtatControle
  readonly points_vus: number
  readonly instantane: string | null
  readonly echeance: string | null
  readonly retard: number
  readonly signe_le: string | null
  readonly signe_par: string | null
  readonly sans_instantane: boolean
  readonly versions: number
}

export const COLONNES_CONTROLES: readonly ColonneTableau<LigneControle>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'mois', intitule: 'Mois', type: 'texte' },
  { nom: 'etat', intitule: 'État', type: 'texte', montrer: selon(ETATS_CONTROLE) },
  { nom: 'points_vus', intitule: 'Points vus', type: 'entier' },
  { nom: 'instantane', intitule: 'Instantané', type: 'jour' },
  { nom: 'echeance', intitule: 'Échéance', type: 'jour' },
  { nom: 'retard', intitule: 'Retard (jours)', type: 'entier' },
  { nom: 'signe_le', intitule: 'Signé le', type: 'jour' },
  { nom: 'signe_par', intitule: 'Signé par', type: 'texte' },
  { nom: 'sans_instantane', intitule: 'Signé sans instantané', type: 'booleen' },
  { nom: 'versions', intitule: 'Versions signées', type: 'entier' },
]

export const ligneDeControle = (territoire: string, m: MoisVu): LigneControle => ({
  territoire,
  mois: m.mois,
  etat: m.etat,
  points_vus: m.vus,
  instantane: m.instantane,
  echeance: m.echeance,
  retard: m.retard,
  signe_le: m.signe?.le ?? null,
  signe_par: m.signe?.par ?? null,
  sans_instantane: m.sansInstantane,
  versions: m.versions,
})

export const tableauControles = (lignes: readonly LigneControle[], provenance: Provenance): Tableau<LigneControle> => ({
  titre: 'Contrôles mensuels',
  colonnes: COLONNES_CONTROLES,
  lignes,
  notes: notesDe(provenance),
})

/** A point of a control, in a row. */
export interface LignePoint {
  readonly territoire: string
  readonly mois: string
  readonly rang: number
  readonly point: Point
  readonly fait: string
  readonly chiffres: Readonly<Record<string, number | null>>
  readonly vu: boolean
  readonly vu_le: string | null
  readonly vu_par: string | null
  readonly note: string
}

export const COLONNES_POINTS: readonly ColonneTableau<LignePoint>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'mois', intitule: 'Mois', type: 'texte' },
  { nom: 'rang', intitule: 'N°', type: 'entier' },
  { nom: 'point', intitule: 'Point', type: 'texte', montrer: selon(POINTS) },
  { nom: 'fait', intitule: 'Ce que l’application sait', type: 'texte' },
  { nom: 'chiffres', intitule: 'Chiffres', type: 'json' },
  { nom: 'vu', intitule: 'Vu', type: 'booleen' },
  { nom: 'vu_le', intitule: 'Vu le', type: 'moment' },
  { nom: 'vu_par', intitule: 'Vu par', type: 'texte' },
  { nom: 'note', intitule: 'Note', type: 'texte' },
]

export const ligneDePoint = (territoire: string, mois: string, { fait, vu, note }: PointVu): LignePoint => ({
  territoire,
  mois,
  rang: rangDuPoint(fait.point),
  point: fait.point,
  fait: `${fait.nombre}${fait.phrase}`,
  chiffres: fait.chiffres,
  vu: vu !== null,
  vu_le: vu === null ? null : vu.le.replace('T', ' '),
  vu_par: vu?.par ?? null,
  note,
})

export const tableauPoints = (lignes: readonly LignePoint[], provenance: Provenance): Tableau<LignePoint> => ({
  titre: 'Contrôle du mois',
  // What programs read as numbers is told to people in the sentence beside it.
  colonnes: COLONNES_POINTS.filter(({ nom }) => nom !== 'chiffres'),
  lignes,
  notes: notesDe(provenance),
})
