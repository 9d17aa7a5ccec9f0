import { compterLignes, copierLignes } from './lignes-octets.ts'
import { MARQUES } from './marques.ts'

/** What a record that spans several lines must be to be read as one. */
export interface ReglesEnregistrement {
  readonly separateur: string
  /** How many headings there are. */
  readonly colonnes: number
  /** Whether a line end may stand in the cells of a column, by its rank from 0. */
  readonly admetFinDeLigne: (rang: number) => boolean
  /** Whether a line alone reads as a record: then it is no end of another. */
  readonly estEnregistrement: (ligne: string) => boolean
}

/** Reads the records of a block of bytes; each call gives what can be read, and how many bytes of the block that took. */
export interface LecteurEnregistrements {
  lire(entree: Buffer, dernier: boolean): { readonly sortie: Buffer; readonly lus: number }
  /** From the record of this rank on, so many lines more than records stand before. */
  readonly decalages: readonly (readonly [rang: number, decalage: number])[]
}

const LF = 0x0a
const CR = 0x0d
const ESPACE = 0x20
const GUILLEMET = 0x22
const [M_GUILLEMETS, M_FIN, M_ENREGISTREMENT, M_SEPARATEUR] = [
  MARQUES.guillemets,
  MARQUES.finDeLigne,
  MARQUES.enregistrement,
  MARQUES.separateur,
].map((marque) => marque.charCodeAt(0)) as [number, number, number, number]

const LIGNES_PAR_ENREGISTREMENT = 200
const OCTETS_PAR_ENREGISTREMENT = 65_536

const IRREGULIER = -2
const INCOMPLET = -1

/** Line ends are line feeds, alone or after a carriage return; marks stand nowhere (`egaliser` sees to both). */
export const lecteurEnregistrements = (regles: ReglesEnregistrement): LecteurEnregistrements => {
  const separateur = regles.separateur.charCodeAt(0)
  const decalages: [number, number][] = []
  let rang = 0
  let decalage = 0
  let entree: Buffer = Buffer.alloc(0)
  let fin = 0
  let dernier = false
  let sortie: Buffer = Buffer.alloc(0)
  let o = 0

  /** A cell without quotes of its own: up to the separator or the line end. */
  const copierNu = (debut: number): number => {
    let i = debut
    while (i < fin) {
      const octet = entree[i] as number
      if (octet === separateur || octet === LF) return i
      sortie[o++] = octet
      i += 1
    }
    return dernier ? fin : INCOMPLET
  }

  /** The line that begins at `debut` may stand within a record, which began at `depart`. */
  const peutSuivre = (debut: number, depart: number): number => {
    const borne = entree.indexOf(LF, debut)
    if (borne < 0 && !dernier) return fin - depart > OCTETS_PAR_ENREGISTREMENT ? IRREGULIER : INCOMPLET
    const ligne = entree.toString('utf8', debut, borne < 0 ? fin : borne).replace(/\r$/, '')
    return regles.estEnregistrement(ligne) ? IRREGULIER : 1
  }

  let lignes = 1

  /** The cell whose quote opens at `i`: where it ends, past its quote and spaces. */
  const copierGuillemets = (i: number, depart: number, champ: number): number => {
    let k = i + 1
    for (;;) {
      if (k >= fin) return dernier ? IRREGULIER : INCOMPLET
      const octet = entree[k] as number
      if (octet === GUILLEMET) {
        if (k + 1 >= fin && !dernier) return INCOMPLET
        if (entree[k + 1] !== GUILLEMET || k + 1 >= fin) break
        sortie[o++] = GUILLEMET
        k += 2
        continue
      }
      if (octet === LF) {
        lignes += 1
        const trop = lignes > LIGNES_PAR_ENREGISTREMENT || k - depart > OCTETS_PAR_ENREGISTREMENT
        if (trop || !regles.admetFinDeLigne(champ)) return IRREGULIER
        const suit = peutSuivre(k + 1, depart)
        if (suit !== 1) return suit
        if (entree[k - 1] === CR && sortie[o - 1] === CR) o -= 1
        sortie[o++] = M_FIN
      } else sortie[o++] = octet
      k += 1
    }
    k += 1
    while (k < fin && entree[k] === ESPACE) k += 1
    if (k >= fin) return dernier ? fin : INCOMPLET
    const apres = entree[k]
    if (apres === separateur || apres === LF) return k
    if (apres !== CR) return IRREGULIER
    if (k + 1 >= fin) return dernier ? k : INCOMPLET
    return entree[k + 1] === LF ? k + 1 : IRREGULIER
  }

  /** Writes the record that begins at `depart`; gives where the next begins. */
  const copierEnregistrement = (depart: number): number => {
    let i = depart
    let champ = 0
    let surplus = false
    lignes = 1
    sortie[o++] = M_ENREGISTREMENT
    for (;;) {
      const debutSortie = o
      const lignesAvant = lignes
      let j = i
      while (j < fin && entree[j] === ESPACE) j += 1
      let borne: number
      if (entree[j] === GUILLEMET && j < fin) {
        borne = copierGuillemets(j, depart, champ)
        if (borne === IRREGULIER && j > i && lignes === lignesAvant) {
          o = debutSortie
          borne = copierNu(i)
        }
      } else borne = copierNu(i)
      if (borne === IRREGULIER || borne === INCOMPLET) return borne
      if (champ >= regles.colonnes && o > debutSortie) surplus = true
      champ += 1
      if (borne >= fin || entree[borne] === LF) {
        if (sortie[o - 1] === CR) o -= 1
        if (lignes > 1 && (surplus || borne - depart > OCTETS_PAR_ENREGISTREMENT)) return IRREGULIER
        sortie[o++] = LF
        return borne + 1
      }
      sortie[o++] = M_SEPARATEUR
      i = borne + 1
    }
  }

  const rejeterLigne = (depart: number): number => {
    const borne = entree.indexOf(LF, depart)
    if (borne < 0 && !dernier) return INCOMPLET
    const limite = borne < 0 ? fin : borne
    sortie[o++] = M_GUILLEMETS
    o += entree.copy(sortie, o, depart, entree[limite - 1] === CR ? limite - 1 : limite)
    sortie[o++] = LF
    return limite + 1
  }

  const lire = (bloc: Buffer, estDernier: boolean) => {
    entree = bloc
    fin = bloc.length
    dernier = estDernier
    sortie = Buffer.allocUnsafe(2 * fin + 4)
    o = 0
    let i = 0
    while (i < fin) {
      const guillemet = entree.indexOf(GUILLEMET, i)
      const limite = guillemet < 0 ? fin : guillemet
      const unie = guillemet < 0 && dernier ? fin : limite === 0 ? 0 : entree.lastIndexOf(LF, limite - 1) + 1
      if (unie > i) {
        o += copierLignes(entree, i, unie, sortie, o)
        rang += compterLignes(entree, i, unie)
        i = unie
      }
      if (guillemet < 0) break
      const debutSortie = o
      let suite = copierEnregistrement(i)
      if (suite === IRREGULIER) {
        o = debutSortie
        lignes = 1
        suite = rejeterLigne(i)
      }
      if (suite === INCOMPLET) {
        o = debutSortie
        break
      }
      rang += 1
      if (lignes > 1) {
        decalage += lignes - 1
        decalages.push([rang, decalage])
      }
      i = Math.min(suite, fin)
    }
    return { sortie: sortie.subarray(0, o), lus: i }
  }
  return { lire, decalages }
}
