import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import type { Sort } from '../cas.ts'
import { demandeDe } from '../texte/valeurs.ts'
import type { Cellule } from './cellules.ts'

/** A row of a sheet: its cells by column's name, and how it is to be read. */
export interface LigneFeuille {
  readonly cellules: Readonly<Record<string, Cellule>>
  readonly sort: Sort
  readonly numero: string | null
  readonly nom: string | null
  /** A cell past the last heading. */
  readonly surplus?: Cellule
}

export interface AtelierFeuille {
  readonly hasard: Hasard
  readonly depuis1904: boolean
  readonly acceptes: readonly string[]
  readonly rang: number
}

type Fabrique = (atelier: AtelierFeuille) => LigneFeuille

/** 10 October 2026, counted from either year. */
const DIX_OCTOBRE = { 1900: 46305, 1904: 44843 }

const jourDe = ({ hasard, depuis1904 }: AtelierFeuille): Cellule =>
  hasard.chance(0.5)
    ? { texte: hasard.choisir(['10/10/2026', '2026-10-10']) }
    : { nombre: `${DIX_OCTOBRE[depuis1904 ? 1904 : 1900]}${hasard.choisir(['', '.75', '.000001'])}`, date: true }

const ligneDe = (
  atelier: AtelierFeuille,
  sort: Sort,
  autres: Readonly<Record<string, Cellule>> = {},
  surplus?: Cellule,
): LigneFeuille => {
  const {
    statut = '',
    prenom = '',
    nom = '',
    numero_unique: numero = '',
    nb_personnes = '',
  } = demandeDe(atelier.hasard, atelier.rang)
  const cellules: Record<string, Cellule> = {
    numero_unique: { texte: numero },
    statut: { texte: statut },
    date_enregistrement: jourDe(atelier),
    nom: { texte: nom },
    prenom: { texte: prenom },
    nb_personnes: nb_personnes === '' ? { texte: '' } : { nombre: String(Number.parseInt(nb_personnes, 10)) },
    dalo: { oui: atelier.hasard.chance(0.5) },
    ...autres,
  }
  const numeroEcrit = cellules.numero_unique
  const tel = numeroEcrit !== undefined && 'texte' in numeroEcrit && numeroEcrit.texte.includes(numero)
  return { cellules, sort, numero: tel ? numero : null, nom, ...(surplus && { surplus }) }
}

const ERREURS = ['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!', '#SPILL!']

/** Serial numbers that show no day: before the first, past the last, and the 29 February 1900 that never was. */
const horsBornes = ({ hasard, depuis1904 }: AtelierFeuille): Cellule => ({
  nombre: hasard.choisir(['-5', '-0.5', '2958466', '99999999', ...(depuis1904 ? ['2957004'] : ['60', '0'])]),
  date: true,
})

export const SORTES_FEUILLE: Readonly<Record<string, Fabrique>> = {
  ordinaire: (atelier) => ligneDe(atelier, 'ACCEPTEE'),
  'numéro en nombre': (atelier) =>
    ligneDe(atelier, 'PRECISION_PERDUE', {
      numero_unique: {
        nombre: atelier.hasard.choisir(['131026000001000000', '1.31026E+17', '13102600000112345', '1310260000011234']),
      },
    }),
  'numéro en erreur': (atelier) =>
    ligneDe(atelier, 'NUMERO_UNIQUE_INVALIDE', { numero_unique: { erreur: atelier.hasard.choisir(ERREURS) } }),
  'numéro gardé': (atelier) => {
    const ligne = ligneDe(atelier, 'ACCEPTEE')
    return { ...ligne, cellules: { ...ligne.cellules, numero_unique: { texte: `'${ligne.numero}` } } }
  },
  'statut en erreur': (atelier) =>
    ligneDe(atelier, 'CHAMP_OBLIGATOIRE', { statut: { erreur: atelier.hasard.choisir(ERREURS) } }),
  'valeur facultative en erreur': (atelier) =>
    ligneDe(atelier, 'ACCEPTEE', { nb_personnes: { erreur: '#N/A' }, prenom: { erreur: '#REF!' } }),
  'date hors bornes': (atelier) => ligneDe(atelier, 'DATE_INVALIDE', { date_enregistrement: horsBornes(atelier) }),
  'date en texte fausse': (atelier) =>
    ligneDe(atelier, 'DATE_INVALIDE', { date_enregistrement: { texte: '31/02/2026' } }),
  'date en nombre sans format': (atelier) =>
    ligneDe(atelier, 'DATE_INVALIDE', { date_enregistrement: { nombre: '46305' } }),
  'cellule au-delà des intitulés': (atelier) => ligneDe(atelier, 'COLONNES', {}, { texte: 'x' }),
  'texte sur deux lignes': (atelier) => ligneDe(atelier, 'ACCEPTEE', { prenom: { texte: 'Jean\nPaul "x"; y' } }),
  répétée: (atelier) =>
    atelier.acceptes.length === 0
      ? ligneDe(atelier, 'ACCEPTEE')
      : {
          ...ligneDe(atelier, 'NUMERO_UNIQUE_REPETE', {
            numero_unique: { texte: atelier.hasard.choisir(atelier.acceptes) },
          }),
        },
}
