/** Why a figure has no value: `COLONNE_VIDE nom`, or one of the fixed reasons. */
export type Motif =
  | `COLONNE_VIDE ${string}`
  | 'S0_ABSENT'
  | 'S_MOINS_ABSENT'
  | 'CATEGORIE_EXCLUE'
  | 'GUICHET_FERME'
  | 'SECRET_ABSENT'
