import { ACTES_CHARTE, type ActeCharte, type Article, CODES_CHARTES } from '../../web/chartes.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, entier, id, instant, jour, json, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** What was done of each version of a charte; the articles of a version are those of its latest row that has some. */
export const CHARTES_ACTES = defineTableEtat(
  'chartes_actes',
  {
    id,
    territoire: texte,
    charte: unDe(CODES_CHARTES),
    version: entier,
    acte: unDe(Object.keys(ACTES_CHARTE) as ActeCharte[]),
    articles: nul(avecNumero('MASQUE', json<readonly Article[]>())),
    /** The meeting of the comité that validated it. */
    jour: nul(jour),
    texte: avecNumero('MASQUE', texte),
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Les versions des chartes et des règles du dossier unique, acte par acte.',
      colonnes: {
        charte: 'la charte, par son code',
        version: 'rang de la version',
        articles: 'les articles, tels que l’acte les laisse ; vide s’il n’y touche pas',
      },
    },
  },
)
