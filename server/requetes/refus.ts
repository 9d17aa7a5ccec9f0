import type { CodeRefusRequete, RefusRequete } from '../../web/requetes.ts'
import { BORNES } from './bornes.ts'

/** Every refusal says it: nothing was harmed. */
const INTACT = 'Rien n’a été modifié : une requête ne fait que lire.'

/** What to do of each kind of refusal, where the refusal itself does not say better. */
const SUITES: Readonly<Record<CodeRefusRequete, string>> = {
  VIDE: 'Écrire une requête, ou partir d’un exemple.',
  TROP_LONGUE: `Une requête compte au plus ${BORNES.texte.toLocaleString('fr-FR')} caractères : la raccourcir.`,
  SYNTAXE: 'Corriger la requête à cet endroit, puis recommencer.',
  PAS_UNE_LECTURE: 'Écrire une seule requête, qui commence par SELECT, WITH, FROM ou VALUES.',
  PLUSIEURS: 'Garder une seule requête, sans point-virgule entre deux.',
  FICHIER: 'Lire les tables de la liste « Ce qu’on peut lire ».',
  TABLE: 'Choisir une table de la liste « Ce qu’on peut lire ».',
  COLONNE: 'Choisir une colonne de la liste « Ce qu’on peut lire ».',
  NOM: 'Chercher une personne se fait par la page d’un dossier, dont chaque lecture est consignée.',
  NUMERO: 'Ôter la colonne, ou compter les demandes.',
  SENSIBLE: 'Les lire dans les tables « motifs » et « nationalites », qui donnent des comptes sans numéro.',
  FONCTION: 'Employer une autre fonction : calculs, dates, textes et agrégats sont permis.',
  PARAMETRE: 'Les paramètres sont $mois, $instantane et $guichet.',
  PROFONDEUR: 'La découper par WITH, ou la simplifier.',
  VALEUR: 'Vérifier les valeurs comparées ou converties ; try_cast rend vide ce qui ne se convertit pas.',
  SENS: 'Relire la requête : colonnes groupées, types comparés, noms des colonnes.',
  MEMOIRE: 'Restreindre à un mois ou à un guichet, ou grouper avant de joindre.',
  TEMPS: 'Ajouter un mois ou un guichet à la condition, ou grouper avant de joindre.',
  POIDS: 'Demander moins de colonnes ou moins de lignes.',
  ARRETEE: 'La relancer quand vous voulez.',
  TOMBEE: 'La simplifier, puis recommencer.',
  OCCUPEE: 'Attendre la fin de celle qui tourne, ou l’arrêter, puis recommencer.',
  BASE_CHANGEE: 'La relancer : elle lira la base telle qu’elle est maintenant.',
}

/** A refusal as people read it: what happened, what is intact, what to do. */
export const refuser = (code: CodeRefusRequete, phrase: string, position?: number): RefusRequete => ({
  code,
  phrase,
  suite: `${INTACT} ${SUITES[code]}`,
  ...(position === undefined ? {} : { position }),
})

/** Where in a text a position is: its line, from 1. */
export const ligneDe = (texte: string, position: number): number => texte.slice(0, position).split('\n').length
