import type { Readable } from 'node:stream'
import { formatNombre } from '../../socle/francais/format.ts'
import { RefusLecture } from '../refus-lecture.ts'
import { COLONNES_MAX, type Fusion, LIGNES_MAX, lireAdresse, lireFusion } from './adresse.ts'
import { type Contexte, celluleEnTexte } from './cellule.ts'
import { TexteRiche } from './texte.ts'
import { type Attributs, lireXml } from './xml.ts'

/** The filled cells of a row, by column from 0. A row without any is never given. */
export type Rangee = ReadonlyMap<number, string>

export interface Recepteur {
  readonly rangee: (ligne: number, cellules: Rangee) => void
  readonly pause: () => Promise<void>
  /** Whether nothing more of this sheet is wanted. */
  readonly fini: () => boolean
}

const FUSIONS_MAX = 100_000

/** Reads a sheet's rows as they stream, and gives the cells that it merges over several rows, which stand after them. */
export const lireFeuille = async (
  flux: Readable,
  quoi: string,
  contexte: Contexte,
  { rangee, pause, fini }: Recepteur,
): Promise<readonly Fusion[]> => {
  const refuser = (pourquoi: string) => new RefusLecture('XLSX_ILLISIBLE', `${quoi} ${pourquoi}`)
  const rouvrir = 'le rouvrir dans un tableur et l’enregistrer de nouveau en .xlsx.'
  const fusions: Fusion[] = []
  const riche = new TexteRiche()
  let cellules = new Map<number, string>()
  let ligne = 0
  let colonne = -1
  let sorte = ''
  let style = 0
  let valeur: string | null = null
  let formule = false
  let dans: 'v' | 'is' | '' = ''

  const ouvreLigne = ({ r }: Attributs) => {
    const precedente = ligne
    ligne = r === undefined ? ligne + 1 : Number(r)
    colonne = -1
    cellules = new Map()
    if (!Number.isInteger(ligne) || ligne <= precedente) throw refuser(`numérote mal ses lignes : ${rouvrir}`)
    if (ligne > LIGNES_MAX)
      throw refuser(`dépasse ${formatNombre(LIGNES_MAX)} lignes, plus qu’un classeur n’en admet : la donner en CSV.`)
  }
  const ouvreCellule = ({ r, t = 'n', s = '0' }: Attributs) => {
    const adresse = r === undefined ? { ligne, colonne: colonne + 1 } : lireAdresse(r)
    if (adresse === null || adresse.ligne !== ligne) throw refuser(`place mal la cellule ${r} : ${rouvrir}`)
    colonne = adresse.colonne
    if (colonne >= COLONNES_MAX)
      throw refuser(
        `dépasse ${formatNombre(COLONNES_MAX)} colonnes, plus qu’un classeur n’en admet : la donner en CSV.`,
      )
    sorte = t
    style = Number(s)
    valeur = null
    formule = false
  }
  const fermeCellule = () => {
    if (valeur === null) {
      if (formule)
        throw refuser(
          `a des formules jamais calculées (ligne ${ligne}) : l’ouvrir dans un tableur et l’enregistrer, qui les calcule.`,
        )
      return
    }
    const texte = celluleEnTexte({ sorte, style, valeur }, contexte)
    if (texte === null) throw refuser(`renvoie à un texte que le classeur n’a pas (ligne ${ligne}) : ${rouvrir}`)
    const nu = texte.trim()
    if (nu === '') return
    if (cellules.has(colonne)) throw refuser(`remplit deux fois une même cellule (ligne ${ligne}) : ${rouvrir}`)
    cellules.set(colonne, nu)
  }

  await lireXml(flux, quoi, {
    ouvre: (nom, attributs) => {
      if (nom === 'row') ouvreLigne(attributs)
      else if (nom === 'c') ouvreCellule(attributs)
      else if (nom === 'v') {
        dans = 'v'
        valeur = ''
      } else if (nom === 'is') {
        dans = 'is'
        valeur = ''
      } else if (nom === 'f') formule = true
      else if (nom === 'mergeCell') {
        const fusion = lireFusion(attributs.ref ?? '')
        if (fusion !== null && fusions.length < FUSIONS_MAX) fusions.push(fusion)
      } else if (dans === 'is') riche.ouvre(nom)
    },
    texte: (texte) => {
      if (dans === 'v') valeur += texte
      else if (dans === 'is') riche.ajoute(texte)
    },
    ferme: (nom) => {
      if (nom === 'v') dans = ''
      else if (nom === 'is') {
        dans = ''
        valeur = riche.rend()
      } else if (nom === 'c') fermeCellule()
      else if (nom === 'row') {
        if (cellules.size > 0) rangee(ligne, cellules)
      } else if (dans === 'is') riche.ferme(nom)
    },
    pause,
    fini,
  })
  return fusions
}
