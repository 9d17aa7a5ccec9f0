import { formatInstant, formatJour, formatMoisCourt, formatNombre } from '../../ingest/socle/francais/format.ts'
import { estJour, estMois } from '../../ingest/socle/jour.ts'
import type {
  CelluleResultat,
  ColonneResultat,
  DessinChoisi,
  LigneResultat,
  ResultatRequete,
  TypeResultat,
} from '../requetes.ts'
import type { Colonne } from './tri.ts'

/** What stands for an empty cell. */
const VIDE = '–'

/** A cell in French, by its type. */
export const formatCelluleResultat = (valeur: CelluleResultat, type: TypeResultat): string => {
  if (valeur === null) return VIDE
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'number') return type === 'entier' ? formatNombre(valeur) : formatNombre(valeur, 4, 0)
  if (type === 'jour' && estJour(valeur)) return formatJour(valeur)
  return type === 'moment' ? formatInstant(valeur) : valeur
}

export const estNombre = ({ type }: ColonneResultat): boolean => type === 'entier' || type === 'nombre'

/** The columns of a result, for its headings: `c1` is the first. */
export const colonnesDuResultat = (colonnes: readonly ColonneResultat[]): readonly Colonne<LigneResultat>[] =>
  colonnes.map((colonne, i) => ({
    cle: `c${i + 1}`,
    libelle: colonne.nom,
    nombre: estNombre(colonne),
    valeur: (ligne) => {
      const cellule = ligne[i] ?? null
      return typeof cellule === 'boolean' ? Number(cellule) : cellule
    },
  }))

const estSuite = (resultat: ResultatRequete, rang: number): boolean =>
  resultat.lignes.every((ligne) => {
    const valeur = ligne[rang]
    return valeur === null || (typeof valeur === 'string' && (estMois(valeur) || estJour(valeur)))
  })

/** The drawing that a result suggests: its first words along, its first figures up; null where it has not both, or one row. */
export const proposerDessin = (resultat: ResultatRequete): DessinChoisi | null => {
  const { colonnes, lignes } = resultat
  const x = colonnes.findIndex((colonne) => !estNombre(colonne))
  const y = colonnes.findIndex((colonne, i) => i !== x && estNombre(colonne))
  const [abscisse, ordonnee] = [colonnes[x], colonnes[y]]
  if (abscisse === undefined || ordonnee === undefined || lignes.length < 2) return null
  return { sorte: estSuite(resultat, x) ? 'COURBE' : 'BARRES', x: abscisse.nom, y: ordonnee.nom }
}

/** The drawing asked for, where the result has its columns and the second is of figures. */
export const dessinPossible = ({ colonnes }: ResultatRequete, voulu: DessinChoisi | null): DessinChoisi | null =>
  voulu !== null &&
  colonnes.some(({ nom }) => nom === voulu.x) &&
  colonnes.some((colonne) => colonne.nom === voulu.y && estNombre(colonne))
    ? voulu
    : null

/** A point of a drawing: what is along, in words, and how much. */
export interface PointLibre {
  readonly nom: string
  /** Where it stands along, where that is a quantity or a day, in milliseconds; its rank elsewhere. */
  readonly x: number
  readonly valeur: number
  readonly texte: string
}

/** How many points a drawing has at most: the first ones. */
export const POINTS_DESSINES = { BARRES: 25, COURBE: 500, POINTS: 2000 } as const

const nommer = (valeur: CelluleResultat, type: TypeResultat): string =>
  typeof valeur === 'string' && estMois(valeur) ? formatMoisCourt(valeur) : formatCelluleResultat(valeur, type)

const placeDe = (valeur: CelluleResultat, rang: number): number => {
  if (typeof valeur === 'number') return valeur
  if (typeof valeur !== 'string') return rang
  const jour = estMois(valeur) ? `${valeur}-01` : valeur
  return estJour(jour.slice(0, 10)) ? Date.parse(`${jour.slice(0, 10)}T00:00:00Z`) : rang
}

/** What a drawing is made of: the rows that have a figure, in their order, the first ones. */
export const pointsDe = ({ colonnes, lignes }: ResultatRequete, dessin: DessinChoisi): PointLibre[] => {
  const x = colonnes.findIndex(({ nom }) => nom === dessin.x)
  const y = colonnes.findIndex(({ nom }) => nom === dessin.y)
  const [enX, enY] = [colonnes[x], colonnes[y]]
  if (enX === undefined || enY === undefined) return []
  return lignes
    .flatMap((ligne, rang) => {
      const [abscisse = null, valeur] = [ligne[x], ligne[y]]
      if (typeof valeur !== 'number') return []
      const texte = formatCelluleResultat(valeur, enY.type)
      return [{ nom: nommer(abscisse, enX.type), x: placeDe(abscisse, rang), valeur, texte }]
    })
    .slice(0, POINTS_DESSINES[dessin.sorte])
}

/** What a drawing shows, in a sentence that its points prove. */
export const titreDuDessin = (points: readonly PointLibre[], { y }: DessinChoisi): string => {
  const [premier] = points
  if (premier === undefined) return `« ${y} » n’a aucune valeur`
  const haut = points.reduce((plus, point) => (point.valeur > plus.valeur ? point : plus), premier)
  return `« ${y} » : au plus ${haut.texte}, pour ${haut.nom}`
}
