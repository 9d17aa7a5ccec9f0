import type { Cellule, Publication, Relation } from '../../../reports/suppression/publication.ts'

const COLONNES = ['a', 'b', 'c', 'd'] as const

/** `shared/vectors/suppression.md`: inner counts; row and column totals are published. */
const EFFECTIFS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  w: [30, 47, 64, 89],
  x: [90, 124, 5, 31],
  y: [92, 100, 59, 85],
  z: [800, 991, 651, 685],
}

/** What the vector suppresses: two at least in each row and column. */
export const INSUFFISANTES = ['wa', 'wb', 'wc', 'xa', 'xc', 'yb', 'yd', 'zb', 'zd']

const somme = (nombres: readonly number[]): number => nombres.reduce((total, n) => total + n, 0)

const total = (id: string, valeur: number, parts: readonly string[]): { cellule: Cellule; relation: Relation } => ({
  cellule: { id, valeur, deja: 'PUBLIEE' },
  relation: { termes: [[id, -1], ...parts.map((part) => [part, 1] as const)] },
})

const lignes = Object.entries(EFFECTIFS)
const totaux = [
  ...lignes.map(([ligne, nombres]) =>
    total(
      `${ligne}*`,
      somme(nombres),
      COLONNES.map((colonne) => ligne + colonne),
    ),
  ),
  ...COLONNES.map((colonne, i) =>
    total(
      `*${colonne}`,
      somme(lignes.map(([, nombres]) => nombres[i] ?? 0)),
      lignes.map(([ligne]) => ligne + colonne),
    ),
  ),
]

export const VECTEUR: Publication = {
  cellules: [
    ...lignes.flatMap(([ligne, nombres]) =>
      COLONNES.map((colonne, i) => ({ id: ligne + colonne, valeur: nombres[i] ?? 0 })),
    ),
    ...totaux.map(({ cellule }) => cellule),
  ],
  relations: totaux.map(({ relation }) => relation),
}

/** Whether other inner counts give the same published totals and the same published cells. */
export const estAussiPossible = (autres: Readonly<Record<string, number>>): boolean => {
  const valeurs = new Map(VECTEUR.cellules.map(({ id, valeur }) => [id, autres[id] ?? valeur]))
  return VECTEUR.relations.every(({ termes }) => somme(termes.map(([id, fois]) => fois * (valeurs.get(id) ?? 0))) === 0)
}
