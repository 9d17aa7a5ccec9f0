import { ACTES_ANNEXE, type ActeAnnexe } from '../../web/annexes.ts'
import { ROLES } from '../acces/roles.ts'
import { booleen, entier, id, instant, jour, mois, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** A list of demandes joined to a line of a measure: the figure that it is the list of, and none of its numbers. */
export const ANNEXES = defineTableEtat(
  'annexes',
  {
    id,
    territoire: texte,
    mesure: entier,
    ligne: entier,
    indicateur: texte,
    niveau: unDe(['GUICHET', 'SERVICE']),
    entite: texte,
    mois,
    sur_douze_mois: booleen,
    /** The snapshot that the figure was frozen from. */
    instantane: jour,
  },
  {
    decrit: {
      table: 'Les listes de demandes jointes aux mesures : le chiffre dont chacune est la liste, sans ses numéros.',
      colonnes: {
        mesure: 'numéro de la mesure',
        ligne: 'numéro de la ligne de la mesure',
        niveau: 'GUICHET ou SERVICE',
        mois: 'mois du chiffre, AAAA-MM',
        sur_douze_mois: 'liste des douze mois qui finissent avec le mois',
        instantane: 'instantané dont le chiffre a été figé',
      },
    },
  },
)

/** What was done of a list: rows are added, never changed. */
export const ANNEXES_ACTES = defineTableEtat(
  'annexes_actes',
  {
    id,
    annexe: entier,
    acte: unDe(Object.keys(ACTES_ANNEXE) as ActeAnnexe[]),
    /** The last day on which it is read; null for one that takes it away. */
    expire_le: nul(jour),
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été fait de chaque liste jointe.',
      colonnes: {
        annexe: 'numéro de la liste jointe',
        expire_le: 'dernier jour où la liste se lit ; vide quand elle est retirée',
      },
    },
  },
)
