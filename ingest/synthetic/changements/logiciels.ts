import { CHAMPS_DU_DOSSIER } from '../champs-du-dossier.ts'
import type { Habitudes } from '../habitudes.ts'
import type { Effectif } from '../pratiques.ts'

/** What a change of software does to what a guichet sends. */
export interface Logiciel {
  readonly colonnes: readonly string[]
  readonly apres: Partial<Habitudes>
  /** The habit that it does away with: nothing else changes it. */
  readonly champ: keyof Habitudes
  readonly candidats: (effectif: Effectif) => readonly number[]
}

const champVide = (colonne: (typeof CHAMPS_DU_DOSSIER)[number]): Logiciel => ({
  colonnes: [colonne],
  champ: 'incomplets',
  apres: { champsVides: 1 << CHAMPS_DU_DOSSIER.indexOf(colonne) },
  candidats: ({ actifs }) => actifs.slice(4, 20),
})

/** In the order in which they are planted, as many as there is time for. */
export const LOGICIELS: readonly Logiciel[] = [
  champVide('motif_demande'),
  {
    colonnes: ['situation_familiale', 'situation_professionnelle'],
    champ: 'lexique',
    apres: { lexique: 'CONNUS' },
    candidats: ({ actifs }) => actifs.slice(4, 20),
  },
  {
    colonnes: ['reservataire'],
    champ: 'sansReservataire',
    apres: { sansReservataire: 1 },
    candidats: ({ bailleurs }) => bailleurs.slice(3, 15),
  },
  // Words that no reader knows must stay few: an import is refused when they pass one in a hundred of a column's values.
  {
    colonnes: ['motif_demande'],
    champ: 'lexique',
    apres: { lexique: 'A_TRADUIRE' },
    candidats: ({ actifs }) => actifs.slice(9, 18),
  },
  {
    colonnes: ['date_piece_identite'],
    champ: 'piecesAbsentes',
    apres: { piecesAbsentes: 1 },
    candidats: ({ actifs }) => actifs.slice(4, 20),
  },
  champVide('nationalite'),
  {
    colonnes: ['revenu_fiscal_reference'],
    champ: 'rfrAbsent',
    apres: { rfrAbsent: 1 },
    candidats: ({ actifs }) => actifs.slice(4, 20),
  },
  {
    colonnes: ['situation_familiale', 'situation_professionnelle'],
    champ: 'lexique',
    apres: { lexique: 'CONNUS' },
    candidats: ({ bailleurs }) => bailleurs.slice(1, 12),
  },
]
