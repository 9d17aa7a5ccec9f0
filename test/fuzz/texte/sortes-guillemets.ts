import { NOM } from '../cas.ts'
import { type Atelier, cellulesDe, type LigneEcrite, ligneBrute, ligneDe, morceau } from './ligne.ts'
import type { Fabrique } from './sortes-valeurs.ts'
import { cellule, demandeDe } from './valeurs.ts'

const TEXTES = ['prenom', 'adresse_logement', 'telephone', 'Couleur', 'Observations']

/** A text over several lines, of which none could be a record. */
const long = ({ hasard, fin, separateur }: Atelier, lignes: number): string =>
  Array.from({ length: lignes }, (_, i) =>
    // A separator in a line that follows could put the numéro in its place: that line would read as a record.
    hasard.choisir([`escalier ${i}`, `porte "${i}"`, i === 0 ? `a${separateur}b` : 'ab', 'É', '', '  ']),
  ).join(fin())

const surPlusieursLignes = (atelier: Atelier): LigneEcrite => {
  const { hasard, noms, separateur } = atelier
  // What follows a text that comes first in its record would itself read as a record.
  const possibles = hasard.melanger(TEXTES.filter((nom) => noms.indexOf(nom) > 0))
  const touchees = possibles.slice(0, hasard.entier(1, 3))
  const valeurs = demandeDe(hasard, atelier.rang)
  const cellules = noms.map((nom) =>
    touchees.includes(nom)
      ? cellule(long(atelier, hasard.entier(2, 5)), separateur, true)
      : cellule(valeurs[nom] ?? '', separateur),
  )
  return { texte: cellules.join(separateur), morceaux: [morceau('ACCEPTEE', valeurs)] }
}

/** A line end in a column that is one line by nature: its first line is rejected, and what follows is no demande either. */
const finDansUnCode = (atelier: Atelier): LigneEcrite => {
  const [nom, brut] = atelier.hasard.choisir([
    ['statut', `"ACT${atelier.fin()}IVE"`],
    ['date_enregistrement', `"10/10${atelier.fin()}/2026"`],
  ] as const)
  const ligne = ligneBrute(atelier, 'GUILLEMETS', nom, brut)
  return { ...ligne, morceaux: [...ligne.morceaux, { sort: 'QUELCONQUE', numero: null, nom: null }], ouverte: true }
}

const troisCents = (atelier: Atelier): LigneEcrite => {
  if (atelier.noms.indexOf('prenom') === 0) return ligneDe(atelier, 'ACCEPTEE')
  const lignes = atelier.hasard.entier(201, 300)
  const brut = `"${Array.from({ length: lignes }, () => 'x').join(atelier.fin())}"`
  const ligne = ligneBrute(atelier, 'GUILLEMETS', 'prenom', brut)
  const restes = Array.from({ length: lignes - 1 }, () => ({ sort: 'QUELCONQUE', numero: null, nom: null }) as const)
  return { ...ligne, morceaux: [...ligne.morceaux, ...restes], ouverte: true }
}

/** Rows that quotes and line ends make or break. */
export const SORTES_GUILLEMETS: Readonly<Record<string, Fabrique>> = {
  'tout entre guillemets': (atelier) => {
    const valeurs = demandeDe(atelier.hasard, atelier.rang)
    const cellules = atelier.noms.map((nom) => cellule(valeurs[nom] ?? '', atelier.separateur, true))
    return { texte: cellules.join(atelier.separateur), morceaux: [morceau('ACCEPTEE', valeurs)] }
  },
  'sur plusieurs lignes': surPlusieursLignes,
  'séparateur entre guillemets': (atelier) =>
    ligneDe(atelier, 'ACCEPTEE', { prenom: `a${atelier.separateur}b`, adresse_logement: 'c;d,e|f\tg' }),
  'guillemet au milieu': (atelier) =>
    ligneBrute(atelier, 'ACCEPTEE', 'prenom', atelier.hasard.choisir(['DIT "JOJO" M', 'x"', 'l\'"a', '5" 3']), true),
  'texte après le guillemet fermant': (atelier) =>
    ligneBrute(
      atelier,
      'GUILLEMETS',
      'prenom',
      atelier.hasard.choisir(['"LE "GRAND" M"', '"a"b', '"a" "b"', '"""a"b']),
    ),
  'espaces après le guillemet fermant': (atelier) => ligneBrute(atelier, 'ACCEPTEE', 'prenom', '"a"   ', true),
  'guillemet jamais fermé': (atelier) => ({
    ...ligneBrute(atelier, 'GUILLEMETS', 'prenom', atelier.hasard.choisir([`"${NOM}AVALE`, '"', '"a""b', '"""'])),
    ouverte: true,
  }),
  'guillemet jamais fermé en tête de ligne': (atelier) => {
    const cellules = cellulesDe(atelier, demandeDe(atelier.hasard, atelier.rang))
    cellules[0] = `"${cellules[0]?.replaceAll('"', '')}`
    return {
      texte: cellules.map((brut, i) => (i === 0 ? brut : brut.replaceAll('"', ''))).join(atelier.separateur),
      morceaux: [{ sort: 'GUILLEMETS', numero: null, nom: null }],
      ouverte: true,
    }
  },
  'fin de ligne dans un code': finDansUnCode,
  'plus de deux cents lignes': troisCents,
}
