import { formatNombre, formatPart, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Unite } from '../../ingest/socle/unite.ts'
import type { champsDe } from '../../metrics/tableaux/champs.ts'
import type { Dessin } from '../../web/charts/dessin.ts'
import { direCellule, estChiffre, lignesMontrees, type TableauLu } from '../../web/modeles/tableaux.ts'
import { type Bloc, brut, type CelluleDeTable, type Chiffre, type FigureDuDocument, paragraphe } from '../document.ts'
import type { TypeColonne } from '../tableau/tableau.ts'

const TYPES: Readonly<Record<Unite, TypeColonne>> = { part: 'part', jours: 'jours', nombre: 'entier' }

/** A figure in the unit of its indicator. */
export const chiffre = (unite: Unite, valeur: number | null): Chiffre => ({
  chiffre: valeur,
  type: TYPES[unite],
  dit: formatValeur(unite, valeur),
})

/** A norm, without the decimals it does not need. */
export const repere = (unite: Unite, valeur: number | null): Chiffre => ({
  chiffre: valeur,
  type: TYPES[unite],
  dit: formatRepere(unite, valeur),
})

export const entier = (valeur: number | null): Chiffre => ({
  chiffre: valeur,
  type: 'entier',
  dit: formatNombre(valeur),
})

export const decimal = (valeur: number | null): Chiffre => ({
  chiffre: valeur,
  type: 'nombre',
  dit: formatNombre(valeur, 1),
})

export const part = (valeur: number | null): Chiffre => ({ chiffre: valeur, type: 'part', dit: formatPart(valeur) })

export const dit = (texte: string): CelluleDeTable => brut(fr(texte))

export const phrase = (texte: string): Bloc => paragraphe(fr(texte))

export const sousTitre = (texte: string): Bloc => ({ sorte: 'titre', niveau: 2, texte: fr(texte) })

export const points = (textes: readonly string[], numerotee = false): Bloc[] =>
  textes.length === 0 ? [] : [{ sorte: 'liste', numerotee, points: textes.map((texte) => brut(fr(texte))) }]

export const figure = (
  dessin: Dessin,
  {
    titre,
    alternative,
    note,
    etroite = false,
  }: Omit<FigureDuDocument, 'sorte' | 'svg'> & { readonly etroite?: boolean },
): FigureDuDocument => ({
  sorte: 'figure',
  titre: fr(titre),
  svg: etroite ? dessin.etroit : dessin.large,
  alternative: fr(alternative),
  note: fr(note),
})

const celluleStandard = (champ: ReturnType<typeof champsDe>[number], valeur: Parameters<typeof direCellule>[1]) =>
  estChiffre(champ) && typeof valeur === 'number'
    ? { chiffre: valeur, type: champ.sorte as TypeColonne, dit: direCellule(champ, valeur) }
    : brut(direCellule(champ, valeur))

/** A standard table, its largest rows alone where it has more than `lignesMax`. */
export const tableStandard = (
  lu: TableauLu,
  note: string,
  {
    lignesMax = Number.POSITIVE_INFINITY,
    par = 'effectif',
  }: { readonly lignesMax?: number; readonly par?: string } = {},
): Bloc => {
  const toutes = lignesMontrees(lu.reponse).filter((ligne) => ligne.effectif !== 0)
  const gardees =
    toutes.length <= lignesMax
      ? toutes
      : toutes.toSorted((a, b) => Number(b[par] ?? 0) - Number(a[par] ?? 0)).slice(0, lignesMax)
  const coupe =
    gardees.length < toutes.length
      ? ` Les ${formatNombre(gardees.length)} plus grandes lignes sur ${formatNombre(toutes.length)}.`
      : ''
  return {
    sorte: 'table',
    titre: fr(lu.declare.titre),
    feuille: lu.declare.code,
    colonnes: lu.champs.map((champ) =>
      estChiffre(champ) ? { intitule: champ.intitule, nombre: true, part: 1 } : { intitule: champ.intitule, part: 2 },
    ),
    lignes: gardees.map((ligne) => lu.champs.map((champ) => celluleStandard(champ, ligne[champ.nom]))),
    note: fr(`Compte : ${lu.declare.champ}. ${note}${coupe}`),
  }
}
