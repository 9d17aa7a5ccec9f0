import { CONSTATS_CIVILITE, type ConstatCivilite } from '../../web/echantillons.ts'
import { avecNumero, entier, id, instant, jour, mois, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** A movement of civility that a month's snapshot shows: kept, for later months cannot find it again. */
export const CIVILITES_MOUVEMENTS = defineTableEtat(
  'civilites_mouvements',
  {
    id,
    territoire: texte,
    mois,
    numero_unique: avecNumero('MASQUE', texte),
    guichet: nul(texte),
    /** What the guichet was called then. */
    libelle: texte,
    date_modification: nul(jour),
    releve_le: jour,
  },
  {
    decrit: {
      table: 'Les mouvements de civilité que chaque mois a montrés, à vérifier sur pièces.',
      colonnes: {
        libelle: 'nom du guichet, ce jour-là',
        date_modification: 'jour de la dernière modification de la demande',
        releve_le: 'jour où l’application l’a relevé',
      },
    },
  },
)

/** What a person saw of a movement; the latest row holds. */
export const CIVILITES_CONSTATS = defineTableEtat(
  'civilites_constats',
  {
    id,
    mouvement: entier,
    constat: unDe(Object.keys(CONSTATS_CIVILITE) as ConstatCivilite[]),
    note: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qu’une personne a vu de chaque mouvement de civilité ; la dernière ligne vaut.',
      colonnes: {
        mouvement: 'numéro du mouvement',
        constat: 'PIECE_VUE, PIECE_ABSENTE ou SUSPECTE',
        note: 'remarque, sans nom',
      },
    },
  },
)

export const TABLES_DES_CIVILITES = [CIVILITES_MOUVEMENTS, CIVILITES_CONSTATS] as const
