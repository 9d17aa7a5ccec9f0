import { cellulesDe, type LigneEcrite, ligneDe, morceau } from './ligne.ts'
import type { Fabrique } from './sortes-valeurs.ts'
import { demandeDe } from './valeurs.ts'

const REQUISES = ['numero_unique', 'statut', 'date_enregistrement', 'nom']

/** Adds to the end of a row that is right otherwise. */
const allonger =
  (sort: 'ACCEPTEE' | 'COLONNES', fins: (separateur: string) => readonly string[]): Fabrique =>
  (atelier) => {
    const ligne = ligneDe(atelier, sort)
    return { ...ligne, texte: ligne.texte + atelier.hasard.choisir(fins(atelier.separateur)) }
  }

const raccourcie: Fabrique = (atelier) => {
  const valeurs = demandeDe(atelier.hasard, atelier.rang)
  const cellules = cellulesDe(atelier, valeurs)
  const derniere = Math.max(...REQUISES.map((nom) => atelier.noms.indexOf(nom)))
  const gardees = atelier.hasard.entier(derniere + 1, cellules.length)
  return {
    texte: cellules.slice(0, gardees).join(atelier.separateur),
    morceaux: [morceau('ACCEPTEE', valeurs)],
    completee: gardees < cellules.length,
  }
}

/** Two codes outside their lists in a row of a wrong length: it has slipped. */
const decalee: Fabrique = (atelier) => {
  const deux = ['situation_familiale', 'reservataire'].every((nom) => atelier.noms.includes(nom))
  const ligne = ligneDe(atelier, deux ? 'COLONNES' : 'ACCEPTEE', { situation_familiale: 'zz', reservataire: 'yy' })
  return { ...ligne, texte: ligne.texte + atelier.separateur }
}

const vide: Fabrique = ({ hasard, separateur, noms }): LigneEcrite => ({
  texte: hasard.choisir([
    '',
    ' ',
    '   ',
    separateur,
    `${separateur} ${separateur}`,
    separateur.repeat(noms.length - 1),
  ]),
  morceaux: [{ sort: 'AUCUNE', numero: null, nom: null }],
})

/** Rows that have more or fewer fields than the headings, or none. */
export const SORTES_CHAMPS: Readonly<Record<string, Fabrique>> = {
  'champs en moins': raccourcie,
  'champs en plus, vides': allonger('ACCEPTEE', (s) => [s, s + s, `${s} ${s}`, `${s}""`]),
  'champs en plus, remplis': allonger('COLONNES', (s) => [`${s}x`, `${s}${s}x`, `${s}"x y"`, `${s}NON`]),
  décalée: decalee,
  'ligne vide': vide,
}
