import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import type { LigneVraie, Verite } from '../cas.ts'
import { type Colonnes, tirerColonnes } from './colonnes.ts'
import type { Encode } from './encoder.ts'
import type { Atelier, LigneEcrite } from './ligne.ts'
import { SORTES_CHAMPS } from './sortes-champs.ts'
import { SORTES_GUILLEMETS } from './sortes-guillemets.ts'
import { SORTES_LONGUES } from './sortes-longues.ts'
import { type Fabrique, SORTES_VALEURS } from './sortes-valeurs.ts'
import { cellule } from './valeurs.ts'

/** A stretch of a text: a record with its line end, or what stands before the first. */
export interface Troncon {
  readonly texte: string
  readonly lignes: readonly LigneVraie[]
}

/** A table of demandes as text, before its encoding, and what it holds. */
export interface Document {
  readonly colonnes: Colonnes
  readonly separateur: string
  readonly tete: string
  readonly troncons: readonly Troncon[]
  readonly completees: number
  readonly lignesDeTotal: number
  /** Line ends from the first byte to the last. */
  readonly lignesEcrites: number
  /** The last line has no line end. */
  readonly sansFin: boolean
}

/** Which kinds of rows a document is made of, beside ordinary ones. */
export type Famille = 'longues' | 'valeurs' | 'guillemets' | 'champs' | 'tout' | 'ordinaires'

const FABRIQUES: Readonly<Record<Famille, readonly Fabrique[]>> = {
  ordinaires: [],
  longues: Object.values(SORTES_LONGUES),
  valeurs: Object.values(SORTES_VALEURS),
  guillemets: Object.values(SORTES_GUILLEMETS),
  champs: Object.values(SORTES_CHAMPS),
  tout: [SORTES_VALEURS, SORTES_GUILLEMETS, SORTES_CHAMPS].flatMap((sortes) => Object.values(sortes)),
}
const ordinaire = SORTES_VALEURS.ordinaire as Fabrique
const courte = SORTES_CHAMPS['champs en moins'] as Fabrique

const FINS = ['\n', '\r\n', '\r'] as const

export const finsDans = (texte: string): number => (texte.match(/\r\n|\r|\n/g) ?? []).length

const PREAMBULES = [
  '',
  'Extraction du 31/10/2026',
  'Filtre : tous',
  '"Titre, entre guillemets"',
  'dit "Infocentre"',
  '  ',
  '"jamais fermé',
]

const ecrireTete = (hasard: Hasard, { intitules }: Colonnes, separateur: string, fin: () => string): string => {
  const titres = hasard.chance(0.3) ? Array.from({ length: hasard.entier(1, 6) }, () => hasard.choisir(PREAMBULES)) : []
  const guillemets = hasard.chance(0.2)
  const coupe = (intitule: string) =>
    hasard.chance(0.1) && intitule.includes(' ') ? intitule.replace(' ', fin()) : intitule
  const cellules = intitules.map((intitule) => cellule(coupe(intitule), separateur, guillemets))
  const ouvert = hasard.entier(0, cellules.length - 1)
  if (!guillemets && hasard.chance(0.03) && !cellules.some((intitule) => intitule.includes('"')))
    cellules[ouvert] = `"${cellules[ouvert]}`
  const entete = cellules.join(separateur)
  return [...titres, entete].map((ligne) => ligne + fin()).join('')
}

/** A short row that no line end closes is cut. */
const coupee = ({ texte, morceaux }: LigneEcrite): LigneEcrite => ({
  texte,
  morceaux: morceaux.map((lu) => ({ ...lu, sort: 'COLONNES' })),
})

const TOTAUX = ['Total', 'TOTAL GÉNÉRAL', 'total :', '"Total"', "'Total"]

/** Writes a table: its headings, its records one by one, and how each is to be read. */
export const tirerDocument = (hasard: Hasard, famille: Famille, lignes: number, premierRang = 1): Document => {
  const colonnes = tirerColonnes(hasard)
  const separateur = hasard.choisir([';', ';', ',', '\t', '|'])
  const fins = hasard.chance(0.15) ? FINS : [hasard.choisir(FINS)]
  const fin = () => hasard.choisir(fins)
  const tete = ecrireTete(hasard, colonnes, separateur, fin)
  const acceptes: string[] = []
  const troncons: Troncon[] = []
  let ligne = finsDans(tete) + 1
  let completees = 0
  let lignesDeTotal = 0
  let precedent = tete
  const append = (ecrite: LigneEcrite, suite: string) => {
    // An empty row between a `\r` and a `\n` would be none: the two are one line end.
    const finit = ecrite.texte === '' && suite === '\n' && precedent.endsWith('\r') ? '\r' : suite
    const texte = ecrite.texte + finit
    precedent = texte
    const vraies = ecrite.morceaux.map((lu, i) => ({ ...lu, ligne: ligne + i }))
    troncons.push({ texte, lignes: vraies })
    ligne += finsDans(texte)
    if (ecrite.completee) completees += 1
    for (const { sort, numero } of ecrite.morceaux)
      if (numero !== null && (sort === 'ACCEPTEE' || sort === 'PURGEE')) acceptes.push(numero)
  }
  const sansFin = hasard.chance(0.15)
  let suivie = false
  for (let rang = premierRang; rang < premierRang + lignes; rang++) {
    const atelier: Atelier = { hasard, noms: colonnes.noms, separateur, fin, rang, acceptes }
    const coupe = sansFin && rang === premierRang + lignes - 1 && hasard.chance(0.5)
    const autre: boolean = !suivie && famille !== 'ordinaires' && hasard.chance(0.6)
    const ecrite: LigneEcrite = (coupe ? courte : autre ? hasard.choisir(FABRIQUES[famille]) : ordinaire)(atelier)
    suivie = ecrite.ouverte === true
    if (sansFin && rang === premierRang + lignes - 1) append(ecrite.completee ? coupee(ecrite) : ecrite, '')
    else append(ecrite, fin())
  }
  if (hasard.chance(0.1) && !suivie && !sansFin) {
    const total = `${separateur.repeat(hasard.entier(0, 3))}${hasard.choisir(TOTAUX)}${separateur}${lignes}`
    const nue = hasard.chance(0.2)
    append({ texte: total, morceaux: [{ sort: 'AUCUNE', numero: null, nom: null }] }, nue ? '' : fin())
    lignesDeTotal = 1
    if (!nue && hasard.chance(0.3)) append({ texte: separateur, morceaux: [] }, fin())
  }
  return {
    colonnes,
    separateur,
    tete,
    troncons,
    completees,
    lignesDeTotal,
    lignesEcrites: ligne - 1,
    sansFin: !/[\r\n]$/.test(troncons.at(-1)?.texte ?? tete),
  }
}

/** What a document holds once turned into bytes. */
export const veriteDe = (
  { troncons, completees, lignesDeTotal }: Document,
  { encodage, octetsRepris, fidele }: Omit<Encode, 'troncons'>,
): Verite => ({
  lignes: troncons.flatMap(({ lignes }) =>
    lignes.map((ligne): LigneVraie => (fidele ? ligne : { ...ligne, nom: null })),
  ),
  encodage,
  octetsRepris,
  completees,
  lignesDeTotal,
})
