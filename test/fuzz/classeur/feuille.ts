import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import { type LigneVraie, NIR } from '../cas.ts'
import { celluleXml, lettres, type Partages } from './cellules.ts'
import { type LigneFeuille, SORTES_FEUILLE } from './lignes.ts'

const COLONNES = ['numero_unique', 'statut', 'date_enregistrement', 'nom', 'prenom', 'nb_personnes', 'dalo']

/** What stands between `<sheetData>` and its end, and the records in it. */
export interface FeuilleTiree {
  readonly lignes: string
  readonly vraies: readonly LigneVraie[]
}

export interface OptionsFeuille {
  readonly depuis1904: boolean
  readonly partages: Partages
  /** Numéros accepted so far, over all sheets; added to. */
  readonly acceptes: string[]
  readonly premierRang: number
  readonly rangs: number
}

/** A sheet of demandes: title rows, headings, rows of all sorts, empty rows between them. */
export const tirerFeuille = (hasard: Hasard, options: OptionsFeuille): FeuilleTiree => {
  const { depuis1904, partages, acceptes, premierRang, rangs } = options
  const colonnes = hasard.melanger([...COLONNES, ...(hasard.chance(0.3) ? ['NIR'] : [])])
  const pas = hasard.chance(0.2) ? 2 : 1
  const adresses = hasard.chance(0.8)
  const rangee = (ligne: number, cellules: readonly string[]) =>
    `<row${adresses ? ` r="${ligne}"` : ''}>${cellules.join('')}</row>`
  const ecrire = (ligne: number, cellules: LigneFeuille['cellules'], surplus: LigneFeuille['surplus']) => {
    const ecrites = colonnes.map((nom, i) => {
      const cellule = cellules[nom] ?? { texte: nom === 'NIR' ? NIR : '' }
      return celluleXml(hasard, cellule, adresses ? `${lettres(i * pas)}${ligne}` : '', partages)
    })
    const loin =
      surplus && celluleXml(hasard, surplus, adresses ? `${lettres(colonnes.length * pas)}${ligne}` : '', partages)
    return rangee(ligne, loin === undefined ? ecrites : [...ecrites, loin])
  }
  let ligne = 1
  const xml: string[] = []
  if (adresses && hasard.chance(0.3)) {
    xml.push(rangee(ligne, [celluleXml(hasard, { texte: 'Extraction du 31/10/2026' }, `A${ligne}`, partages)]))
    ligne += hasard.entier(1, 4)
  }
  const intitules = Object.fromEntries(colonnes.map((nom) => [nom, { texte: nom }]))
  xml.push(ecrire(ligne, { ...intitules }, undefined))
  const vraies: LigneVraie[] = []
  for (let i = 0; i < rangs; i++) {
    ligne += 1
    if (adresses && hasard.chance(0.1)) ligne += hasard.choisir([1, 3, 1000, 500_000])
    if (ligne > 1_048_000) break
    const sorte = hasard.chance(0.5) ? 'ordinaire' : hasard.choisir(Object.keys(SORTES_FEUILLE))
    const tiree = SORTES_FEUILLE[sorte]?.({ hasard, depuis1904, acceptes, rang: premierRang + i })
    if (tiree === undefined) continue
    xml.push(ecrire(ligne, tiree.cellules, tiree.surplus))
    if (tiree.sort === 'ACCEPTEE' && tiree.numero !== null) acceptes.push(tiree.numero)
    vraies.push({ sort: tiree.sort, ligne, numero: tiree.numero, nom: tiree.nom })
    if (!hasard.chance(0.05)) continue
    ligne += 1
    xml.push(rangee(ligne, []))
  }
  return { lignes: xml.join(''), vraies }
}
